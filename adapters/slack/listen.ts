/** What Slack sends, by name, and what answers it. The manifest lists the same names; a test compares them. */
import type { App, webApi } from "@slack/bolt";
import { handleCommand } from "./handle-command.js";
import { handleMention } from "./handle-mention.js";
import { handleMessage } from "./handle-message.js";
import { handlePress } from "./handle-press.js";
import { handleShortcut } from "./handle-shortcut.js";
import type { SlackParts, Workspace } from "./slack-parts.js";

export const COMMAND = "/http";

export const EVENTS = new Map([
  ["app_mention", handleMention],
  ["message", handleMessage],
]);
export const INTERACTIONS = new Map([["block_actions", handlePress]]);
/** In the menu of a message, by their `callback_id`. */
export const SHORTCUTS = new Map([["explain_message", handleShortcut]]);

/**
 * One middleware, which looks up who answers. Bolt's own listeners are each asked about everything that arrives, which
 * costs more than answering. What nobody answers is acknowledged by `watchIntake`.
 */
export function listen(app: App, parts: SlackParts): void {
  app.use(async (args) => {
    const workspace = workspaceOf(args, parts);
    if ("command" in args)
      await handleCommand(args, workspace, parts); // of any name: an operator may choose another
    else if ("event" in args) await EVENTS.get(args.event.type)?.(args.event, workspace, parts);
    else if ("action" in args) {
      await args.ack();
      await INTERACTIONS.get(args.body.type)?.(args.body, args.respond, workspace, parts);
    } else if ("shortcut" in args && args.shortcut.type === "message_action") {
      await args.ack();
      await SHORTCUTS.get(args.shortcut.callback_id)?.(args.shortcut, args.respond, workspace, parts);
    }
  });
}

/** The team is the one that installed the app: in a shared channel, presses name the presser's, and events do not. */
function workspaceOf({ client }: { readonly client: webApi.WebClient }, { me, stopping }: SlackParts): Workspace {
  return { client, team: me.teamId, stopping };
}
