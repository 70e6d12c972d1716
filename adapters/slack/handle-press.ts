/** Somebody pressed a button, picked from a menu, or used the ⋯ of an unasked reply. */
import { attempt } from "./attempt.js";
import { post } from "./deliver.js";
import { patiently } from "./patiently.js";
import { type Press, type PressPlace, readPress } from "./read-press.js";
import { renderSlack } from "./render-slack.js";
import { askedBy, conversationKey, messageKey, type SlackParts, type Workspace } from "./slack-parts.js";
import { mutedBy, OUTDATED } from "./slack-wording.js";
import { extendTrail } from "./trail.js";
import { type Whispering, whisper } from "./whisper.js";
import { withShare } from "./with-share.js";

/** Everything that a press needs to be followed. */
interface Pressed extends Whispering {
  readonly place: PressPlace;
  readonly parts: SlackParts;
}

/** `block_actions`, already acknowledged. */
export async function handlePress(
  body: unknown,
  respond: Pressed["respond"],
  workspace: Workspace,
  parts: SlackParts,
): Promise<void> {
  const { press, place } = readPress(body);
  const pressed: Pressed = {
    place,
    workspace,
    parts,
    respond: (message) => patiently(() => respond(message), workspace.stopping),
  };
  const tell = (text: string) => whisper(pressed, { text });
  await attempt({ what: press.kind, channel: place.channel, tell }, parts, () => follow(press, pressed));
}

async function follow(press: Press, pressed: Pressed): Promise<unknown> {
  switch (press.kind) {
    case "ask":
      return answer(press, pressed);
    case "share":
      return share(press.ask, pressed);
    case "delete":
      return pressed.respond({ delete_original: true });
    case "mute":
      return mute(pressed);
    case "outdated":
      return whisper(pressed, { text: OUTDATED });
  }
}

/** A private reply makes way for the answer where it can be got back; a public one stays, and one person is answered. */
async function answer({ ask, trail }: Extract<Press, { kind: "ask" }>, pressed: Pressed): Promise<unknown> {
  const { place, workspace, respond } = pressed;
  const isDirect = place.seenBy === "direct";
  const answered = await askBot(ask, pressed);
  const reply = isDirect ? answered : withShare(answered);
  if (place.seenBy !== "all" && trail[0]) {
    const options = { asked: ask, trail: extendTrail(trail, ask) };
    return respond({ replace_original: true, ...renderSlack(reply, "response", options) });
  }
  const anew = { asked: ask, trail: [ask] };
  if (isDirect) return post(workspace, { ...place, thread: place.thread || place.ts }, reply, anew);
  return whisper(pressed, renderSlack(reply, "response", anew));
}

function askBot(ask: string, { place, workspace, parts }: Pressed) {
  return parts.bot.answer(askedBy(workspace, { ...place, text: ask }));
}

/** Shows a private reply to all, then takes the private one away. Two quick presses are one. */
async function share(ask: string, pressed: Pressed): Promise<void> {
  const { place, workspace, parts } = pressed;
  await parts.once(`share:${messageKey(workspace, place)}`, async () => {
    const reply = renderSlack(await askBot(ask, pressed), "response", { sharedBy: place.person });
    await pressed.respond({ response_type: "in_channel", replace_original: false, ...inThread(place), ...reply });
    await pressed.respond({ delete_original: true }).catch((error: unknown) => {
      // told of a failure, people would share it again
      parts.logger.warn({ err: error, channel: place.channel }, "the private reply of a shared one stays");
    });
  });
}

async function mute({ place, workspace, parts, respond }: Pressed): Promise<void> {
  await parts.bot.mute(conversationKey(workspace, place.channel));
  const text = mutedBy(`<@${place.person}>`);
  await respond({ replace_original: true, text, blocks: [{ type: "section", text: { type: "mrkdwn", text } }] });
}

function inThread({ thread }: PressPlace) {
  return thread ? { thread_ts: thread } : {};
}
