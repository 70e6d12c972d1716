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
import type { Bot, Heard } from "../../src/bot/bot.js";
import { seenByAll } from "../../src/bot/seen-by.js";
import { askedIn } from "./asked-in.js";
import { EXPLAIN_COMMAND, HIDE_OPTION, HTTP_COMMAND, QUERY_OPTION } from "./commands.js";
import { handlePress } from "./handle-press.js";
import type { Once } from "./once.js";
import { readHeard } from "./read-message.js";
import { renderDiscord } from "./render-discord.js";
import { hidden, notice, shown } from "./responses.js";
import { OUTDATED } from "./wording.js";

/** What an interaction needs beside itself. */
export interface InteractionParts {
  readonly bot: Bot;
  readonly once: Once;
  /** Deletes one of the bot's messages; whether it is gone now. */
  readonly remove: (channel: string, message: string) => Promise<boolean>;
}

/** Total over what Discord sends; throws only what the bot throws. */
export async function handleInteraction(
  parts: InteractionParts,
  interaction: APIInteraction,
): Promise<APIInteractionResponse> {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { type: InteractionResponseType.Pong };
    case InteractionType.ApplicationCommand:
      return handleCommand(parts.bot, interaction);
    case InteractionType.ApplicationCommandAutocomplete:
      return suggest(parts.bot, interaction.data.options);
    case InteractionType.MessageComponent:
      return handlePress(parts, interaction);
    case InteractionType.ModalSubmit:
      return notice(OUTDATED);
  }
}

const KNOWN_COMMANDS: ReadonlySet<string> = new Set([HTTP_COMMAND, EXPLAIN_COMMAND]);

async function handleCommand(bot: Bot, interaction: APIApplicationCommandInteraction): Promise<APIInteractionResponse> {
  const { data } = interaction;
  if (!KNOWN_COMMANDS.has(data.name)) return notice(OUTDATED); // left over from an older registration
  switch (data.type) {
    case ApplicationCommandType.ChatInput: {
      const query = findText(data.options, QUERY_OPTION) ?? "";
      const reply = await bot.answer(askedIn(interaction, query));
      return findFlag(data.options, HIDE_OPTION) ? hidden(reply) : shown(renderDiscord(seenByAll(reply)));
    }
    case ApplicationCommandType.Message: {
      const target = data.resolved.messages[data.target_id];
      const about: Heard = target ? readHeard(target) : { text: "", attachments: [] };
      return hidden(await bot.answer({ ...askedIn(interaction, ""), about }));
    }
    case ApplicationCommandType.User:
    case ApplicationCommandType.PrimaryEntryPoint:
      return notice(OUTDATED);
  }
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
