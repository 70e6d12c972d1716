import type { App, webApi } from "@slack/bolt";
import { handleCommand } from "./handle-command.js";
import { handleMention } from "./handle-mention.js";
import { handleMessage } from "./handle-message.js";
import { handlePress } from "./handle-press.js";
import type { SlackParts, Workspace } from "./slack-parts.js";

export const COMMAND = "/http";

/** Connects everything that Slack sends to what answers it. The manifest lists the same; a test compares them. */
export function listen(app: Pick<App, "command" | "event" | "action">, parts: SlackParts): void {
  app.command(COMMAND, (args) => handleCommand(args, workspaceOf(args), parts));
  app.event("app_mention", (args) => handleMention(args.event, workspaceOf(args), parts));
  app.event("message", (args) => handleMessage(args.event, workspaceOf(args), parts));
  app.action({ type: "block_actions" }, async (args) => {
    await args.ack();
    await handlePress(args.body, args.respond, workspaceOf(args), parts);
  });
}

function workspaceOf(args: { readonly client: webApi.WebClient; readonly context: { teamId?: string } }): Workspace {
  return { client: args.client, team: args.context.teamId ?? "" };
}
