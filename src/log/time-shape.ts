import { DIGIT, is } from "./ascii.js";

/** What the last time looked like: most times of a log differ in their digits only, and need not be taken apart. */
export interface TimeShape {
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
      return at + length;
    },
  };
}
