import type { RespondArguments, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { attempt } from "./attempt.js";
import { patiently } from "./patiently.js";
import { readMarkup } from "./read-markup.js";
import { renderSlack } from "./render-slack.js";
import { conversationKey, LOCALE, personKey, type SlackParts, type Workspace } from "./slack-parts.js";
import { withShare } from "./with-share.js";

/** `/http`: the acknowledgement is the answer, for the asker alone. */
export async function handleCommand(
  { command, ack, respond }: SlackCommandMiddlewareArgs,
  workspace: Workspace,
  parts: SlackParts,
): Promise<void> {
  const send = async (message: RespondArguments) => {
    const ephemeral: RespondArguments = { response_type: "ephemeral", ...message };
    await ack(ephemeral).catch(() => patiently(() => respond(ephemeral))); // the socket may have gone
  };
  const tell = (text: string) => send({ text });
  await attempt({ what: "command", channel: command.channel_id, tell }, parts, async () => {
    const asked = readMarkup(command.text ?? "");
    const reply = await parts.bot.answer({
      text: asked,
      conversation: conversationKey(workspace, command.channel_id),
      person: personKey(workspace, command.user_id),
      locale: LOCALE,
    });
    await send(renderSlack(withShare(reply), "response", { trail: [reply.card.ask], asked }));
  });
}
