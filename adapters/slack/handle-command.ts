import type { RespondArguments, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { seenByOne } from "../../src/bot/seen-by.js";
import { attempt } from "./attempt.js";
import { patiently } from "./patiently.js";
import { readMarkup } from "./read-markup.js";
import { renderOnce } from "./render-once.js";
import type { SlackReply } from "./render-slack.js";
import { askedBy, type SlackParts, type Workspace } from "./slack-parts.js";
import { withShare } from "./with-share.js";

/** `/http`: the acknowledgement is the answer, for the asker alone. */
export async function handleCommand(
  { command, ack, respond }: SlackCommandMiddlewareArgs,
  workspace: Workspace,
  parts: SlackParts,
): Promise<void> {
  const send = async (message: RespondArguments) => {
    await ack(message).catch(() => patiently(() => respond(message), workspace.stopping)); // the socket may have gone
  };
  const tell = (text: string) => send({ response_type: "ephemeral", text });
  await attempt({ what: "command", channel: command.channel_id, tell }, parts, async () => {
    const asked = readMarkup(command.text ?? "");
    const { channel_id: channel, user_id: person } = command;
    const reply = seenByOne(await parts.bot.answer(askedBy(workspace, { text: asked, channel, person })));
    await send(ephemeral(renderOnce(withShare(reply), "response", { trail: [reply.card.ask], asked })));
  });
}

const ephemerals = new WeakMap<SlackReply, RespondArguments>();

/** For the asker alone. The same message gets the same object, so that it is encoded once. */
function ephemeral(message: SlackReply): RespondArguments {
  const known = ephemerals.get(message) ?? { response_type: "ephemeral", ...message };
  ephemerals.set(message, known);
  return known;
}
