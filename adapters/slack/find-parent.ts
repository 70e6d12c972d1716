import type { Heard } from "../../src/bot/bot.js";
import { pointsElsewhere } from "../../src/bot/points-elsewhere.js";
import type { OpenFile } from "./open-file.js";
import { patiently } from "./patiently.js";
import { fieldsOf } from "./read-fields.js";
import { readContent, type SlackMessage } from "./read-message.js";
import type { Workspace } from "./slack-parts.js";

/**
 * What "explain this" in a thread points at: the thread's first message. Events do not carry it, so it costs a call, which
 * is saved where the message asks something itself. Rejects when Slack does not show it (`missing_scope`).
 */
export async function findParent(
  { client, stopping }: Workspace,
  message: SlackMessage,
  open: OpenFile,
): Promise<Heard | undefined> {
  const { channel, thread, isReply, text } = message;
  if (!isReply || !pointsElsewhere(text)) return undefined;
  const { messages } = await patiently(() => client.conversations.replies({ channel, ts: thread, limit: 1 }), stopping);
  return messages?.[0] && readContent(fieldsOf(messages[0]), open);
}
