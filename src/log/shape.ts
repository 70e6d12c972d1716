import { is, LETTER } from "./ascii.js";

/** A number for the letters before some evidence, never 0; digits and times differ from line to line and do not count. */
export function shapeOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 7;
  for (let at = from; at < to; at++) if (is(bytes[at], LETTER)) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  return hash || 1;
}
