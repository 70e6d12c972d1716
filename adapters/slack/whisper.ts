/** Answers one person where a payload has its own response_url. */
import type { RespondArguments } from "@slack/bolt";
import { patiently } from "./patiently.js";
import type { SlackReply } from "./render-slack.js";
import { refusalOf } from "./slack-errors.js";
import type { Workspace } from "./slack-parts.js";

export interface Whispering {
  readonly place: { readonly channel: string; readonly thread: string; readonly person: string };
  readonly workspace: Workspace;
  /** Writes through the response_url: no membership and no permission needed. */
  readonly respond: (message: RespondArguments) => Promise<unknown>;
}

/**
 * Answers one person, and nobody else. In a thread only a method can: a response_url would answer beside it. That needs
 * membership, which the bot lacks where a reply came by Share; then beside the thread is better than not at all. After a
 * time-out it is not: the answer may stand in the thread already.
 */
export async function whisper(
  { place, workspace, respond }: Whispering,
  message: SlackReply | { readonly text: string },
): Promise<unknown> {
  const beside = () => respond({ response_type: "ephemeral", replace_original: false, ...message });
  if (!place.thread) return beside();
  const { channel, person: user, thread: thread_ts } = place;
  const { text } = message;
  const blocks = "blocks" in message ? { blocks: message.blocks } : {};
  const inside = patiently(
    () => workspace.client.chat.postEphemeral({ channel, user, thread_ts, text, ...blocks }),
    workspace.stopping,
  );
  return inside.catch((error: unknown) => (refusalOf(error) === undefined ? Promise.reject(error) : beside()));
}
