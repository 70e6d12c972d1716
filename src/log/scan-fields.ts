/** Finds where the fields of a line end: each returns the position after one that begins at `from`, or -1. */
import { ALNUM, BLANK, COLON, COMMA, DIGIT, is, LETTER, UPPER } from "./ascii.js";
import { isMethod } from "./request.js";
import { addLetter, hashWords } from "./word-hash.js";

export function matchRun(mask: number, min: number, bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && is(bytes[at], mask)) at += 1;
  return at - from >= min ? at : -1;
}

export function matchMethod(bytes: Uint8Array, from: number, end: number): number {
  const to = matchRun(UPPER, 3, bytes, from, end);
  return to > 0 && isMethod(bytes, from, to) ? to : -1;
}

export function matchWord(stop: number | undefined, bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && !is(bytes[at], BLANK) && bytes[at] !== stop) at += 1;
  return at > from ? at : -1;
}

/** Words with ", " or " : " between them: "10.0.0.5:8080, 10.0.0.6:8080". */
export function matchList(stop: number | undefined, bytes: Uint8Array, from: number, end: number): number {
  let to = matchWord(stop, bytes, from, end);
  while (to > 0) {
    const next = to + lengthOfJoint(bytes, to, end);
    const more = next > to ? matchWord(stop, bytes, next, end) : -1;
    if (more < 0) return to;
    to = more;
  }
  return to;
}

/** How many bytes join the word that ends at `at` to the next; 0 when none do. The comma belongs to the word. */
function lengthOfJoint(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end || !is(bytes[at], BLANK)) return 0;
  if (bytes[at - 1] === COMMA) return 1;
  return bytes[at + 1] === COLON && is(bytes[at + 2], BLANK) ? 3 : 0;
}

/** Where the last word of a list begins. */
export function lastOfList(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && !is(bytes[at - 1], BLANK)) at -= 1;
  return at;
}

/** A colon ends a path only when nothing follows: there may be one behind the scheme and before the port. */
export function matchPath(stop: number | undefined, bytes: Uint8Array, from: number, end: number): number {
  if (stop !== COLON) return matchWord(stop, bytes, from, end);
  const to = matchWord(undefined, bytes, from, end);
  return to > from + 1 && bytes[to - 1] === COLON ? to - 1 : -1;
}

const POD_MAX_BYTES = 100;

/** Lower-case words and digits with two hyphens at least, a digit among the last. */
export function matchPod(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  let hyphens = 0;
  let hasDigit = false;
  for (; at < end && at - from < POD_MAX_BYTES && !is(bytes[at], BLANK); at++) {
    if (bytes[at] === 45) hyphens += 1;
    else if (is(bytes[at], DIGIT)) hasDigit = true;
    else if (is(bytes[at], UPPER) || !is(bytes[at], LETTER)) return -1;
  }
  return hyphens >= 2 && hasDigit ? at : -1;
}

/** "/var/log/nginx/access.log.1:" or "access.log:404:", as grep writes it. */
export function matchLogFile(bytes: Uint8Array, from: number, end: number): number {
  const to = matchWord(COLON, bytes, from, Math.min(end, from + FILE_MAX_BYTES));
  if (bytes[to] !== COLON || !namesLog(bytes, from, to)) return -1;
  const number = matchRun(DIGIT, 1, bytes, to + 1, end);
  return bytes[number] === COLON ? number + 1 : to + 1;
}

/** "access.log", not "Changelog". */
function namesLog(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at + 3 <= to; at++) {
    if (bytes[at] === 108 && bytes[at + 1] === 111 && bytes[at + 2] === 103 && !is(bytes[at - 1], ALNUM)) return true;
  }
  return false;
}

const FILE_MAX_BYTES = 200;

/** "157", "0.003", "1,024", "-", "12ms", "+5": what stands in a column of numbers. */
export function matchNumber(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  if (bytes[at] === 45 || bytes[at] === 43) at += 1;
  while (at < end && (is(bytes[at], DIGIT) || ((bytes[at] === 46 || bytes[at] === 44) && is(bytes[at + 1], DIGIT))))
    at += 1;
  if (at > from && is(bytes[at - 1], DIGIT))
    while (at < end && (is(bytes[at], LETTER) || (bytes[at] ?? 0) >= 128)) at += 1;
  return at > from ? at : -1;
}

const LEVELS = hashWords(
  "trace debug dbug info inf notice warn warning wrn error err fail fatal critical crit crt severe alert emerg panic fine log verbose",
);
const LEVEL_MAX_BYTES = 8;

export function matchLevel(bytes: Uint8Array, from: number, end: number): number {
  let hash = 0;
  let at = from;
  for (; at < end && at - from <= LEVEL_MAX_BYTES && is(bytes[at], LETTER); at++)
    hash = addLetter(hash, bytes[at] ?? 0);
  return LEVELS.has(hash) ? at : -1;
}

/** An IPv4 or IPv6 address, with or without a port. */
export function matchAddress(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  let marks = 0;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 46 || byte === 58) marks += 1;
    else if (byte !== 91 && byte !== 93 && !is(byte, ALNUM)) break;
  }
  return marks >= 2 ? at : -1;
}
