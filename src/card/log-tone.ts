import type { Tone } from "./card.js";

/** The tone of a log whose worst status is this; without any it has none. */
export function logTone(worst: number | undefined): Tone {
  if (worst === undefined) return "neutral";
  return worst >= 500 ? "5xx" : "4xx";
}
