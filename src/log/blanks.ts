import { BLANK, is } from "./ascii.js";

/** The first position from `from` on that holds no blank; `end` when there is none. */
export function skipBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && is(bytes[at], BLANK)) at += 1;
  return at;
}

/** The position after one blank or more, or -1. */
export function matchBlanks(bytes: Uint8Array, from: number, end: number): number {
  const after = skipBlanks(bytes, from, end);
  return after > from ? after : -1;
}
