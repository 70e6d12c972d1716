import { BACKSLASH, BLANK, is, QUOTE } from "./ascii.js";
import { quoteEnd } from "./quote-end.js";

/** The end of the value that begins at `at`, without its quotes; a bare one ends at a blank, a comma or a bracket. */
export function valueEnd(bytes: Uint8Array, at: number, quoted: boolean, end: number): number {
  if (quoted) return quoteEnd(bytes, at, end);
  let to = at;
  while (to < end && bytes[to] !== QUOTE && !endsBare(bytes[to] ?? 0)) to += bytes[to] === BACKSLASH ? 2 : 1;
  return Math.min(to, end);
}

function endsBare(byte: number): boolean {
  return is(byte, BLANK) || byte === 44 || byte === 125 || byte === 93;
}
