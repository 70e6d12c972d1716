/** From a raw interaction to the raw response, whether it came over the gateway or over HTTP. */
import {
  type APIApplicationCommandAutocompleteResponse,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIInteractionResponse,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import type { Asked, Bot, Heard } from "../../src/bot/bot.js";
import { seenByAll } from "../../src/bot/seen-by.js";
import { askedIn } from "./asked-in.js";
import { EXPLAIN_COMMAND, HIDE_OPTION, HTTP_COMMAND, QUERY_OPTION } from "./commands.js";
import { handlePress } from "./handle-press.js";
import type { Once } from "./once.js";
import type { OpenFile } from "./open-file.js";
import { readHeard } from "./read-message.js";
import { type DiscordMessage, renderDiscord } from "./render-discord.js";
import { HIDDEN_LATER, hidden, notice, shareable, shown } from "./responses.js";
import { OUTDATED } from "./wording.js";

/** What an interaction needs beside itself. */
export interface InteractionParts {
  readonly bot: Bot;
  readonly openFile: OpenFile;
  readonly once: Once;
  /** Deletes one of the bot's messages; whether it is gone now. */
  readonly remove: (channel: string, message: string) => Promise<boolean>;
}

/** `later`: makes the message that takes the place of a response which only says that it takes a while. */
export interface Handled {
  readonly response: APIInteractionResponse;
  readonly later?: () => Promise<DiscordMessage>;
}

/** Total over what Discord sends; throws only what the bot throws. */
export async function handleInteraction(parts: InteractionParts, interaction: APIInteraction): Promise<Handled> {
  if (interaction.type === InteractionType.ApplicationCommand) return handleCommand(parts, interaction);
  return { response: await respondTo(parts, interaction) };
}

type OtherInteraction = Exclude<APIInteraction, APIApplicationCommandInteraction>;

async function respondTo(parts: InteractionParts, interaction: OtherInteraction): Promise<APIInteractionResponse> {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { type: InteractionResponseType.Pong };
    case InteractionType.ApplicationCommandAutocomplete:
      return suggest(parts.bot, interaction.data.options);
    case InteractionType.MessageComponent:
      return handlePress(parts, interaction);
    case InteractionType.ModalSubmit:
      return notice(OUTDATED);
  }
}

const KNOWN_COMMANDS: ReadonlySet<string> = new Set([HTTP_COMMAND, EXPLAIN_COMMAND]);

async function handleCommand(parts: InteractionParts, interaction: APIApplicationCommandInteraction): Promise<Handled> {
  const { data } = interaction;
  if (!KNOWN_COMMANDS.has(data.name)) return { response: notice(OUTDATED) }; // left over from an older registration
  switch (data.type) {
    case ApplicationCommandType.ChatInput: {
      const query = findText(data.options, QUERY_OPTION) ?? "";
      const reply = await parts.bot.answer(askedIn(interaction, query));
      const isHidden = findFlag(data.options, HIDE_OPTION);
      return { response: isHidden ? hidden(reply) : shown(renderDiscord(seenByAll(reply))) };
    }
    case ApplicationCommandType.Message: {
      const target = data.resolved.messages[data.target_id];
      const about: Heard = target ? readHeard(target, parts.openFile) : { text: "", attachments: [] };
      return explain(parts.bot, { ...askedIn(interaction, ""), about });
    }
    case ApplicationCommandType.User:
    case ApplicationCommandType.PrimaryEntryPoint:
      return { response: notice(OUTDATED) };
  }
}

/** Discord waits three seconds, and a file may take longer. */
async function explain(bot: Bot, asked: Asked): Promise<Handled> {
  const hasFile = asked.about?.attachments.some(({ kind }) => kind === "text") ?? false;
  if (!hasFile) return { response: hidden(await bot.answer(asked)) };
  return { response: HIDDEN_LATER, later: async () => shareable(await bot.answer(asked)) };
}

type Options = readonly APIApplicationCommandInteractionDataOption[] | undefined;

/** What has been typed may be anything: people need not pick a suggestion. */
function findText(options: Options, name: string): string | undefined {
  const option = options?.find((each) => each.name === name);
  return option?.type === ApplicationCommandOptionType.String ? option.value : undefined;
}

function findFlag(options: Options, name: string): boolean {
  const option = options?.find((each) => each.name === name);
  return option?.type === ApplicationCommandOptionType.Boolean && option.value;
}

function suggest(bot: Bot, options: Options): APIApplicationCommandAutocompleteResponse {
  const choices = bot
    .suggest(findText(options, QUERY_OPTION) ?? "")
    .map(({ label, ask }) => ({ name: label, value: ask }));
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}
