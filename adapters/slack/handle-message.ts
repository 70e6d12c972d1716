import { answerMessage } from "./answer-message.js";
import { attempt } from "./attempt.js";
import { post, tellAside } from "./deliver.js";
import { createOpenFile } from "./open-file.js";
import { fieldsOf, textIn } from "./read-fields.js";
import { readMessage, type SlackMessage } from "./read-message.js";
import { conversationKey, messageKey, type SlackParts, type Workspace } from "./slack-parts.js";

/** Where messages pass by: public and private channels, direct messages, direct messages of several people. */
export const CHANNEL_TYPES = ["channel", "group", "im", "mpim"] as const;
type ChannelType = (typeof CHANNEL_TYPES)[number];

/** `message`: something was written where the bot is. */
export async function handleMessage(event: unknown, workspace: Workspace, parts: SlackParts): Promise<void> {
  const message = readMessage(event, parts.me, createOpenFile(workspace, parts));
  const written = textIn(fieldsOf(event), "channel_type");
  const channelType = CHANNEL_TYPES.find((known) => known === written);
  if (!message || !channelType) return;
  switch (roleOf(message, channelType)) {
    case "addressed":
      return answerMessage(message, workspace, parts);
    case "overheard":
      return overhear(message, workspace, parts);
    case "elsewhere":
      return;
  }
}

/** A mention in a channel arrives as `app_mention` as well, which answers it. */
function roleOf({ mentionsMe }: SlackMessage, channelType: ChannelType): "addressed" | "overheard" | "elsewhere" {
  switch (channelType) {
    case "im":
      return "addressed";
    case "mpim":
      return mentionsMe ? "addressed" : "overheard"; // Slack does not promise app_mention there; the claim keeps it to one
    case "channel":
    case "group":
      return mentionsMe ? "elsewhere" : "overheard";
  }
}

async function overhear(message: SlackMessage, workspace: Workspace, parts: SlackParts): Promise<void> {
  const { channel, text, attachments, author } = message;
  await attempt({ what: "overheard message", channel }, parts, async () => {
    const verdict = await parts.bot.hear({
      kind: "posted",
      text,
      attachments,
      author,
      message: messageKey(workspace, message),
      conversation: conversationKey(workspace, channel),
    });
    if (!verdict.speak) {
      parts.logger.debug({ channel, reason: verdict.reason }, "silent");
      return;
    }
    await post(workspace, message, verdict.reply);
    await tellAside({ workspace, message, reply: verdict.reply, logger: parts.logger });
  });
}
