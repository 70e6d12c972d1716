/** "Explain HTTP codes" in the menu of a message: works in any channel, for whoever asks alone. */
import type { RespondArguments } from "@slack/bolt";
import { seenByOne } from "../../src/bot/seen-by.js";
import { attempt } from "./attempt.js";
import { createOpenFile } from "./open-file.js";
import { patiently } from "./patiently.js";
import { fieldsIn, fieldsOf, textIn } from "./read-fields.js";
import { readContent } from "./read-message.js";
import { renderSlack } from "./render-slack.js";
import { askedBy, type SlackParts, type Workspace } from "./slack-parts.js";
import { type Whispering, whisper } from "./whisper.js";
import { withShare } from "./with-share.js";

/** `message_action`, already acknowledged. The payload carries the message, so no permission to read it is needed. */
export async function handleShortcut(
  body: unknown,
  respond: Whispering["respond"],
  workspace: Workspace,
  parts: SlackParts,
): Promise<void> {
  const fields = fieldsOf(body);
  const message = fieldsIn(fields, "message");
  const channel = textIn(fieldsIn(fields, "channel"), "id");
  const person = textIn(fieldsIn(fields, "user"), "id");
  const whispering: Whispering = {
    place: { channel, person, thread: textIn(message, "thread_ts") },
    workspace,
    respond: (reply: RespondArguments) => patiently(() => respond(reply), workspace.stopping),
  };
  const tell = (text: string) => whisper(whispering, { text });
  await attempt({ what: "shortcut", channel, tell }, parts, async () => {
    const about = readContent(message, createOpenFile(workspace, parts));
    const reply = await parts.bot.answer({ ...askedBy(workspace, { text: "", channel, person }), about });
    const isAuthor = textIn(message, "user") === person;
    const shown = isAuthor ? seenByOne(reply) : reply; // a credential is told to its author alone
    await whisper(whispering, renderSlack(withShare(shown), "response", { trail: [reply.card.ask] }));
  });
}
