/** Answers a message that addresses the bot, in the thread of that message. */
import { attempt } from "./attempt.js";
import { isDirect, post, tellAuthor } from "./deliver.js";
import { findParent } from "./find-parent.js";
import { createOpenFile } from "./open-file.js";
import type { SlackMessage } from "./read-message.js";
import { askedBy, messageKey, type SlackParts, type Workspace } from "./slack-parts.js";

/** Once a message, however often and by whatever events Slack delivers it. Bots get no answers: two would never stop. */
export async function answerMessage(message: SlackMessage, workspace: Workspace, parts: SlackParts): Promise<void> {
  if (message.author !== "person") return;
  const { channel } = message;
  const tell = (sentence: string) => tellAuthor(workspace, message, sentence);
  await attempt({ what: "message", channel, tell }, parts, async () => {
    if (!(await parts.bot.claim(messageKey(workspace, message)))) return;
    const about = await findParent(workspace, message, createOpenFile(workspace, parts));
    const reply = await parts.bot.answer({
      ...askedBy(workspace, message),
      attachments: message.attachments,
      ...(about && { about }),
    });
    await post(workspace, message, reply, isDirect(channel) ? { trail: [reply.card.ask] } : {});
  });
}
