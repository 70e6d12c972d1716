import { BACKSLASH, QUOTE } from "./ascii.js";

/** The quote that ends the text which begins at `from`, behind its opening quote; `end` where none does. */
export function quoteEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return Math.min(at, end);
}
