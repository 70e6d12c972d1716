/** What can be pressed on a reply: its questions, the way back, and the controls of the reply itself. */
import type { types } from "@slack/bolt";
import type { Reply } from "../../src/bot/bot.js";
import type { Action, Block } from "../../src/card/card.js";
import { askValue } from "./button-value.js";
import { printableLine } from "./escape.js";
import { SLACK_BUTTON_VALUE_MAX_CHARS, SLACK_OPTION_MAX_CHARS } from "./slack-limits.js";
import { BACK, DELETE, MUTE, PICK, SHARE } from "./slack-wording.js";
import { type Trail, trailToBlockId, wayBack } from "./trail.js";

/** The action_ids. Those of questions are numbered, because Slack wants them unique within a message. */
export const PRESS = { ask: "ask", pick: "pick", back: "back", share: "share", more: "more" } as const;
export const MORE = { delete: "delete", mute: "mute" } as const;

type Choices = Extract<Block, { readonly kind: "choices" }>;

/** One row of buttons; none when there is nothing to press. `trail` is there on private replies. */
export function buttons({ card, controls }: Reply, trail: Trail | undefined, asked: string): types.ActionsBlock[] {
  const elements = [
    ...back(trail),
    ...card.actions.map((action, index) => button(`${PRESS.ask}:${index}`, action.label, askValue(action.ask))),
    ...(controls.includes("share") ? share(askValue(card.ask || asked)) : []),
    ...overflow(controls),
  ];
  return elements.length > 0 ? [{ type: "actions", ...blockId(trail, 0), elements }] : [];
}

/** Up to 25 questions to pick from, below a line that says what they are. `index` is the block's place in the card. */
export function choices({ prompt, choices }: Choices, trail: Trail | undefined, index: number): types.SectionBlock {
  return {
    type: "section",
    ...blockId(trail, index + 1),
    text: plainText(prompt),
    accessory: {
      type: "static_select",
      action_id: `${PRESS.pick}:${index}`,
      placeholder: plainText(PICK),
      options: choices.map(option),
    },
  };
}

/** A label that is too long for an option goes on in its second line, from its last colon or space. */
function option({ label, ask }: Action): types.PlainTextOption {
  const line = printableLine(label);
  const value = askValue(ask);
  if (line.length <= SLACK_OPTION_MAX_CHARS) return { text: plainText(line), value };
  const head = line.slice(0, SLACK_OPTION_MAX_CHARS);
  const end = head.lastIndexOf(": ") + 1 || head.lastIndexOf(" ");
  return { text: plainText(line.slice(0, end)), description: plainText(line.slice(end).trim()), value };
}

export function plainText(text: string): types.PlainTextElement {
  return { type: "plain_text", text: printableLine(text), emoji: false };
}

function back(trail: Trail | undefined): types.Button[] {
  const ask = trail && wayBack(trail);
  return ask ? [button(PRESS.back, BACK, askValue(ask))] : [];
}

/** The button carries the question, since nothing else knows it afterwards. Where it cannot, there is no button. */
function share(value: string): types.Button[] {
  return value.length <= SLACK_BUTTON_VALUE_MAX_CHARS ? [button(PRESS.share, SHARE, value)] : [];
}

function overflow(controls: Reply["controls"]): types.Overflow[] {
  const options = [
    ...(controls.includes("delete") ? [{ text: plainText(DELETE), value: MORE.delete }] : []),
    ...(controls.includes("mute") ? [{ text: plainText(MUTE), value: MORE.mute }] : []),
  ];
  return options.length > 0 ? [{ type: "overflow", action_id: PRESS.more, options }] : [];
}

function button(actionId: string, label: string, value: string): types.Button {
  return { type: "button", action_id: actionId, text: plainText(label), value };
}

function blockId(trail: Trail | undefined, index: number) {
  return trail ? { block_id: trailToBlockId(trail, index) } : {};
}
