import { DIGIT, is, lower, SPACE } from "./ascii.js";
import type { LogPart } from "./log-part.js";

/** What the last time looked like: most times of a log differ in their digits only, and need not be taken apart. */
export interface TimeShape extends LogPart {
  learn(bytes: Uint8Array, from: number, to: number): void;
  /** The end of a time at `at` with the same letters and marks, and the same byte behind it; -1 when it is another. */
  match(bytes: Uint8Array, at: number, end: number): number;
}

const SHAPE_MAX_BYTES = 48;
const ANY_DIGIT = 0;

export function createTimeShape(): TimeShape {
  const shape = new Uint8Array(SHAPE_MAX_BYTES);
  let length = 0;
  let behind = -1;
  return {
    learn: (bytes, from, to) => {
      length = to - from > SHAPE_MAX_BYTES ? 0 : to - from;
      behind = bytes[to] ?? -1;
      for (let index = 0; index < length; index++) {
        const byte = bytes[from + index] ?? 0;
        shape[index] = is(byte, DIGIT) ? ANY_DIGIT : byte;
      }
    },
    match: (bytes, at, end) => {
      if (length === 0 || at + length >= end || bytes[at + length] !== behind) return -1;
      for (let index = 0; index < length; index++) {
        const byte = bytes[at + index];
        if (shape[index] === ANY_DIGIT ? !is(byte, DIGIT) : byte !== shape[index]) return -1;
      }
      return behind === SPACE && mayGoOn(bytes, at + length + 1) ? -1 : at + length;
    },
    forget: () => {
      length = 0;
    },
  };
}

/** " +0200", " -05:00", " AM": behind a blank the time may go on, where the last one did not. */
function mayGoOn(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  if (first === 43 || first === 45) return is(bytes[at + 1], DIGIT);
  return (lower(first) === 97 || lower(first) === 112) && lower(bytes[at + 1] ?? 0) === 109;
}
