/** Attaches the bot to a client: which of the gateway's events mean what. */
import { type Client, Events } from "discord.js";
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
} from "discord-api-types/v10";
import { type AnsweringParts, answerInteraction } from "./answer-interaction.js";
import { handleDeleted, handleEdited } from "./follow-source.js";
import { handlePosted, type MessageParts } from "./handle-message.js";
import { createPlaces } from "./places.js";
import type { PostedMessage } from "./read-message.js";

export interface ListeningParts extends AnsweringParts, Omit<MessageParts, "places"> {
  /** Begins a task and keeps it, so that it can be finished before the process ends. Whatever it throws is logged. */
  readonly track: (task: () => Promise<unknown>) => void;
}

/**
 * Raw events, not discord.js' own: those wait until all servers have arrived, and never come for direct messages and
 * threads that are not cached, so that edits there would be missed.
 */
export function listen(client: Client, parts: ListeningParts): void {
  const { track, logger } = parts;
  const messages: MessageParts = { ...parts, places: createPlaces(client) };
  const { InteractionCreate, MessageCreate, MessageUpdate, MessageDelete, MessageDeleteBulk } = GatewayDispatchEvents;
  client.ws
    .on(InteractionCreate, (event: APIInteraction) => track(() => answerInteraction(parts, event)))
    .on(MessageCreate, (event: PostedMessage) => track(() => handlePosted(messages, event)))
    .on(MessageUpdate, (event: PostedMessage) => track(() => handleEdited(messages, event)))
    .on(MessageDelete, (event: GatewayMessageDeleteDispatchData) => track(() => handleDeleted(messages, event.id)))
    .on(MessageDeleteBulk, (event: GatewayMessageDeleteBulkDispatchData) =>
      track(() => Promise.all(event.ids.map((id) => handleDeleted(messages, id)))),
    );
  // Without a listener, an error would end the process.
  client.on(Events.Error, (error) => logger.error({ err: error }, "discord.js reports an error"));
  client.on(Events.ShardError, ({ message }, shard) =>
    logger.info({ shard, why: message }, "the connection had an error"),
  );
  client.on(Events.ShardReconnecting, (shard) => logger.info({ shard }, "the connection dropped; connecting again"));
  client.on(Events.ShardResume, (shard, replayed) => logger.info({ shard, replayed }, "the connection is back"));
}
