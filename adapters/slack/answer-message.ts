/** Answers a message that addresses the bot, in the thread of that message. */
import { seenByOne } from "../../src/bot/seen-by.js";
import { attempt } from "./attempt.js";
import { isDirect, post, tellAside, tellAuthor } from "./deliver.js";
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
    if (isDirect(channel)) await post(workspace, message, seenByOne(reply), { trail: [reply.card.ask] });
    else await post(workspace, message, reply);
    await tellAside({ workspace, message, reply, logger: parts.logger });
  });
}
