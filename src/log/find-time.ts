/** The time of a line wherever it stands: the first clock with what belongs to it, else seconds since 1970. */
import { COLON, DIGIT, is, WORD } from "./ascii.js";
import type { TimeScanner } from "./time-scanner.js";

/** A time stands near the front, or in a JSON field; beyond this it is not looked for. */
const SEARCHED_MAX_BYTES = 4_096;
/** "Saturday, 21 November 2026 " is the longest that stands before a clock. */
const BEFORE_CLOCK_MAX_BYTES = 30;

/** Scans the time of a line and leaves it in the scanner. False when there is none. */
export function findTime(time: TimeScanner, bytes: Uint8Array, start: number, end: number): boolean {
  const limit = Math.min(end, start + SEARCHED_MAX_BYTES);
  for (let at = start + 1; at + 5 < limit; at++) {
    if (bytes[at] !== COLON || bytes[at + 3] !== COLON || !is(bytes[at - 1], DIGIT) || !is(bytes[at + 1], DIGIT))
      continue;
    if (scanAround(time, bytes, start, at, limit)) return true;
  }
  return findEpoch(time, bytes, start, limit);
}

function scanAround(time: TimeScanner, bytes: Uint8Array, start: number, colon: number, end: number): boolean {
  for (let at = Math.max(start, colon - BEFORE_CLOCK_MAX_BYTES); at < colon; at++) {
    if (at > start && is(bytes[at - 1], WORD)) continue;
    if (time.scan(bytes, at, end) > colon + 3) return true;
  }
  return false;
}

const KEYS = ["ts", "time", "timestamp", "epoch", "t", "date", "eventtime", "starttime"];
const EPOCH_MIN_DIGITS = 10;

/** `"ts":1763694847.123`, `time=1763694847123`, and squid's, which begins its lines. */
function findEpoch(time: TimeScanner, bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!is(bytes[at], DIGIT)) continue;
    let to = at;
    while (to < end && is(bytes[to], DIGIT)) to += 1;
    const isTime = to - at >= EPOCH_MIN_DIGITS && (at === start || KEYS.includes(keyBefore(bytes, start, at)));
    if (isTime && time.scan(bytes, at, end) > 0) return true;
    at = to;
  }
  return false;
}

/** The name that a value is assigned to: letters only, lower case. */
function keyBefore(bytes: Uint8Array, start: number, at: number): string {
  let to = at;
  while (to > start && !is(bytes[to - 1], WORD) && at - to < 5) to -= 1;
  let from = to;
  while (from > start && is(bytes[from - 1], WORD) && to - from < 12) from -= 1;
  return String.fromCharCode(...bytes.subarray(from, to)).toLowerCase();
}
