/** What was pressed, from a `block_actions` payload. Whatever it holds, the result is a Press. */
import { readAskValue } from "./button-value.js";
import { isDirect } from "./deliver.js";
import { type Fields, fieldsIn, fieldsOf, listIn, textIn } from "./read-fields.js";
import { MORE, PRESS } from "./render-controls.js";
import { readTrail, type Trail } from "./trail.js";

export type Press =
  /** `trail`: of the reply on which it was pressed. */
  | { readonly kind: "ask"; readonly ask: string; readonly trail: Trail }
  | { readonly kind: "share"; readonly ask: string }
  | { readonly kind: "delete" }
  | { readonly kind: "mute" }
  /** Made by a version that this one does not understand. */
  | { readonly kind: "outdated" };

export interface PressPlace {
  readonly channel: string;
  /** The reply that was pressed. */
  readonly ts: string;
  /** Empty when the reply stands in no thread. */
  readonly thread: string;
  readonly person: string;
  /** Who sees the reply: everybody, one person for a while, or one person in a direct message. */
  readonly seenBy: "all" | "one" | "direct";
}

export function readPress(body: unknown): { readonly press: Press; readonly place: PressPlace } {
  const fields = fieldsOf(body);
  const [action] = listIn(fields, "actions");
  const trail = readTrail(textIn(action ?? {}, "block_id"));
  return { press: action ? readAction(action, trail) : OUTDATED, place: readPlace(fields, trail) };
}

function readAction(action: Fields, trail: Trail): Press {
  const value = textIn(action, "value") || textIn(fieldsIn(action, "selected_option"), "value");
  const [name] = textIn(action, "action_id").split(":");
  const ask = readAskValue(value);
  switch (name) {
    case PRESS.ask:
    case PRESS.pick:
    case PRESS.back:
      return ask === undefined ? OUTDATED : { kind: "ask", ask, trail };
    case PRESS.share:
      return ask === undefined ? OUTDATED : { kind: "share", ask };
    case PRESS.more:
      return value === MORE.delete ? { kind: "delete" } : value === MORE.mute ? { kind: "mute" } : OUTDATED;
    default:
      return OUTDATED;
  }
}

const OUTDATED: Press = { kind: "outdated" };

function readPlace(fields: Fields, trail: Trail): PressPlace {
  const container = fieldsIn(fields, "container");
  const channel = textIn(fieldsIn(fields, "channel"), "id") || textIn(container, "channel_id");
  const seenByOne = container["is_ephemeral"] === true;
  // two people's own conversation has a channel of the same kind; what is shared there carries no trail, and is no place to post
  const isDirectWithBot = isDirect(channel) && trail.length > 0;
  return {
    channel,
    ts: textIn(container, "message_ts"),
    thread: textIn(container, "thread_ts") || textIn(fieldsIn(fields, "message"), "thread_ts"),
    person: textIn(fieldsIn(fields, "user"), "id"),
    seenBy: seenByOne ? "one" : isDirectWithBot ? "direct" : "all",
  };
}
