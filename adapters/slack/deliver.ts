/** Puts messages where they belong: for all to see in a thread, or for one person. */
import type { Reply } from "../../src/bot/bot.js";
import { patiently } from "./patiently.js";
import type { SlackMessage } from "./read-message.js";
import { jsonOnce, renderOnce } from "./render-once.js";
import type { RenderOptions, SlackSurface } from "./render-slack.js";
import { refusalOf } from "./slack-errors.js";
import type { SlackParts, Workspace } from "./slack-parts.js";

export interface Thread {
  readonly channel: string;
  /** The `ts` of the thread's first message. */
  readonly thread: string;
}

/** Posts a reply into a thread, never to the channel as a whole. Rejects when Slack does not take it. */
export async function post(
  workspace: Workspace,
  thread: Thread,
  reply: Reply,
  options: RenderOptions = {},
): Promise<void> {
  try {
    await postAs("message", workspace, thread, reply, options);
  } catch (error) {
    if (refusalOf(error) !== "invalid_blocks") throw error;
    await postAs("response", workspace, thread, reply, options); // a workspace that does not know the newer blocks yet
  }
}

/** Blocks go as text: the SDK would walk through them twice, for a line of its log that nobody reads, and encode them. */
function postAs(
  surface: SlackSurface,
  { client, stopping }: Workspace,
  { channel, thread }: Thread,
  reply: Reply,
  options: RenderOptions,
) {
  const { blocks, ...message } = renderOnce(reply, surface, options);
  const args = { channel, thread_ts: thread, ...message, blocks: jsonOnce(blocks) };
  return patiently(() => client.apiCall("chat.postMessage", args), stopping);
}

/**
 * Tells the author of a message, and nobody else. Slack shows a private message in a thread only once the thread exists,
 * so beside a first message it goes to the channel. Where the channel is closed to the bot, it becomes a direct message.
 */
export async function tellAuthor({ client, stopping }: Workspace, message: SlackMessage, text: string): Promise<void> {
  const { channel, thread, person, isReply } = message;
  const place = isReply ? { thread_ts: thread } : {};
  const plain = { text, unfurl_links: false, unfurl_media: false } as const;
  if (isDirect(channel)) {
    await patiently(() => client.chat.postMessage({ channel, thread_ts: thread, ...plain }), stopping);
    return;
  }
  try {
    await patiently(() => client.chat.postEphemeral({ channel, user: person, text, ...place }), stopping);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    await patiently(() => client.chat.postMessage({ channel: person, ...plain }), stopping);
  }
}

/** Whether a channel is a conversation of one person with the bot. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

interface Aside {
  readonly workspace: Workspace;
  readonly message: SlackMessage;
  readonly reply: Reply;
  readonly logger: SlackParts["logger"];
}

/** What the author alone is to be told beside a reply that all see. The reply stands even where that fails. */
export async function tellAside({ workspace, message, reply, logger }: Aside): Promise<void> {
  if (!reply.aside || isDirect(message.channel)) return;
  await tellAuthor(workspace, message, reply.aside.forOne).catch((error: unknown) => {
    logger.warn({ err: error, channel: message.channel }, "the author could not be told of a credential in a paste");
  });
}
