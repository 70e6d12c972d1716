/** What this adapter says itself, to people and to operators. Everything else is worded in src/card. */
import { MUTE_HOURS } from "../../src/bot/bot.js";

/** Labels of buttons that act on a reply. */
export const BACK = "‹ Back";
export const SHARE = "Show publicly";
export const MENU = "⋯";
export const DELETE = "Delete";
export const MUTE = `Mute here (${MUTE_HOURS} hours)`;

export const SOURCES = "Sources";

export function leftOut(parts: number): string {
  return `${parts} more ${parts === 1 ? "part does" : "parts do"} not fit into a Discord message.`;
}

export const MENU_TEXT = "I said this without being asked. It can go, and I can keep quiet here.";
export const DELETED = "Deleted.";
export const NOT_DELETED = "Discord did not let me delete it just now. Try again in a minute.";
export const MAY_NOT_DELETE =
  "Only whoever wrote the message that I answered, or somebody who may manage messages here, can delete this.";
export const MUTED_ALREADY = "I am muted here already.";
export const SHARED_ALREADY = "This is public already.";
export const OUTDATED = "This comes from an older version of me and does nothing any more. Ask again with /http.";
export const CANNOT_READ =
  "I cannot read the message you replied to. Open its menu and choose Apps, then Explain HTTP codes.";

export function muted(name: string): string {
  return `${name} muted me here: for ${MUTE_HOURS} hours I speak only when I am asked.`;
}

/** `reference` is in the log beside the error. */
export function failed(reference: string): string {
  return `Something went wrong on my side, so there is no answer. If it happens again, give whoever runs me this reference: ${reference}`;
}
