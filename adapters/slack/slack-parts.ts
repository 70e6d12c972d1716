import type { webApi } from "@slack/bolt";
import type { Asked, Bot } from "../../src/bot/bot.js";
import type { Logger } from "../../src/ops/logger.js";
import type { Once } from "./once.js";
import type { Identity } from "./read-message.js";

/** What all handlers share. */
export interface SlackParts {
  readonly bot: Bot;
  readonly logger: Logger;
  readonly me: Identity;
  readonly once: Once;
  /** Where the workspace's files may be fetched from. */
  readonly fileOrigins: readonly string[];
  /** Aborted when the process is told to stop. */
  readonly stopping: AbortSignal;
}

/** Where something came from, and through whom to answer there. */
export interface Workspace {
  readonly team: string;
  readonly client: webApi.WebClient;
  readonly stopping: AbortSignal;
}

/** English until the cards speak more. */
const LOCALE = "en";

/** The bot's opaque keys. A channel's id is unique within a workspace, a message's within its channel. */
export function conversationKey({ team }: Workspace, channel: string): string {
  return `slack:${team}:${channel}`;
}

export function messageKey(workspace: Workspace, { channel, ts }: { channel: string; ts: string }): string {
  return `${conversationKey(workspace, channel)}:${ts}`;
}

/** A question that somebody asked somewhere. */
export function askedBy(
  workspace: Workspace,
  { text, channel, person }: { text: string; channel: string; person: string },
): Asked {
  return {
    text,
    conversation: conversationKey(workspace, channel),
    person: personKey(workspace, person),
    locale: LOCALE,
  };
}

function personKey({ team }: Workspace, person: string): string {
  return `slack:${team}:${person}`;
}
