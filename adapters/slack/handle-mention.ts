import { answerMessage } from "./answer-message.js";
import { createOpenFile } from "./open-file.js";
import { readMessage } from "./read-message.js";
import type { SlackParts, Workspace } from "./slack-parts.js";

/** `app_mention`: somebody wrote to the bot in a channel or thread. */
export async function handleMention(event: unknown, workspace: Workspace, parts: SlackParts): Promise<void> {
  const message = readMessage(event, parts.me, createOpenFile(workspace, parts));
  if (message) await answerMessage(message, workspace, parts);
}
