/** Interactions that come over the gateway: each is answered by one request, in time or not at all. */
import type { REST } from "discord.js";
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  Routes,
} from "discord-api-types/v10";
import type { Logger } from "../../src/ops/logger.js";
import { describeRefusal, isAnsweredAlready, readRefusal } from "./discord-errors.js";
import { DISCORD_INTERACTION_STALE_MS } from "./discord-limits.js";
import { handleInteraction, type InteractionParts } from "./handle-interaction.js";
import { logFailure } from "./log-failure.js";
import { type DiscordMessage, plainMessage } from "./render-discord.js";
import { notice } from "./responses.js";
import { failed } from "./wording.js";

export interface AnsweringParts extends InteractionParts {
  readonly rest: REST;
  readonly logger: Logger;
  /** Milliseconds since the event with this id happened. */
  readonly ageOf: (id: string) => number;
}

/** What goes wrong is told to the asker and to the log. Rejects only for an event that makes no sense. */
export async function answerInteraction(parts: AnsweringParts, interaction: APIInteraction): Promise<void> {
  const age = parts.ageOf(interaction.id);
  if (age > DISCORD_INTERACTION_STALE_MS) {
    parts.logger.warn({ interaction: interaction.id, age }, "dropped an interaction that came too late to be answered");
    return;
  }
  try {
    const { response, later } = await handleInteraction(parts, interaction);
    await respond(parts, interaction, response);
    if (later) await fillIn(parts, interaction, later);
  } catch (error) {
    parts.once.undo(interaction.id);
    await apologize(parts, interaction, logFailure(parts.logger, "an interaction failed", error));
  }
}

/** Throws when Discord has not taken the response, unless it takes none any more. */
async function respond(
  { rest, logger, once }: AnsweringParts,
  { id, token }: APIInteraction,
  body: APIInteractionResponse,
) {
  try {
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  } catch (error) {
    if (readRefusal(error) !== "interaction-gone") throw error;
    if (!isAnsweredAlready(error)) once.undo(id);
    logger.info({ interaction: id, ...describeRefusal(error) }, "an interaction was answered already, or too late");
  }
}

/** Puts the message into the place that was kept for it. Never rejects: the place may be gone with the asker's session. */
async function fillIn(
  { rest, logger }: AnsweringParts,
  { application_id, token }: APIInteraction,
  later: () => Promise<DiscordMessage>,
): Promise<void> {
  const body = await later().catch((error: unknown) =>
    plainMessage(failed(logFailure(logger, "an interaction failed", error))),
  );
  try {
    await rest.patch(Routes.webhookMessage(application_id, token), { body, auth: false });
  } catch (error) {
    logFailure(logger, "a late answer could not be sent", error);
  }
}

async function apologize(parts: AnsweringParts, interaction: APIInteraction, reference: string): Promise<void> {
  try {
    await respond(parts, interaction, apology(interaction, reference));
  } catch (error) {
    logFailure(parts.logger, "not even the apology could be sent", error, { about: reference });
  }
}

function apology({ type }: APIInteraction, reference: string): APIInteractionResponse {
  const isTyping = type === InteractionType.ApplicationCommandAutocomplete;
  if (!isTyping) return notice(failed(reference));
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
}
