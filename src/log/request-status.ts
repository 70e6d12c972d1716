/** The status beside a request: `GET /x 404`, `"GET /x HTTP/1.1" 404`, `404 GET /x`, `[404]: GET /x`. */
import { ALNUM, BLANK, DIGIT, is, QUOTE, threeDigits, WORD } from "./ascii.js";
import { isMeasured } from "./number-context.js";
import { findRequestLine, type RequestSpan } from "./request.js";

const GAP_MAX_BYTES = 8;

/** Returns the search: the offset of the status on a line, or -1. */
export function createRequestStatus(): (bytes: Uint8Array, start: number, end: number) => number {
  const span: RequestSpan = { methodFrom: 0, methodTo: 0, pathFrom: 0, pathTo: 0 };
  return (bytes, start, end) => {
    const after = findRequestLine(bytes, start, end, span);
    if (after < 0) return -1;
    const behind = statusAfter(bytes, after, end);
    return behind >= 0 ? behind : statusBefore(bytes, start, span.methodFrom);
  };
}

function statusAfter(bytes: Uint8Array, from: number, end: number): number {
  let at = skipVersion(bytes, skipMarks(bytes, from, end), end);
  const version = at;
  at = skipMarks(bytes, at, end);
  if (at > version && bytes[at - 1] === QUOTE && !is(bytes[at], DIGIT))
    at = skipMarks(bytes, skipQuoted(bytes, at, end), end);
  return at > from && threeDigits(bytes, at) > 0 && !isMeasured(bytes, at + 3, end) ? at : -1;
}

/** Past the quoted text that begins before `from`: the agent, where it stands before the status. */
function skipQuoted(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < QUOTED_MAX_BYTES && bytes[at] !== QUOTE) at += 1;
  return at;
}

const QUOTED_MAX_BYTES = 400;

/** Past `HTTP/1.1`, where it is. */
function skipVersion(bytes: Uint8Array, from: number, end: number): number {
  if (bytes[from] !== 72 || bytes[from + 1] !== 84 || bytes[from + 2] !== 84 || bytes[from + 3] !== 80) return from;
  let at = from + 4;
  while (at < end && (bytes[at] === 47 || bytes[at] === 46 || is(bytes[at], DIGIT))) at += 1;
  return at;
}

function skipMarks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < GAP_MAX_BYTES && !is(bytes[at], DIGIT) && isMark(bytes[at] ?? 0)) at += 1;
  return at;
}

/** Blanks, quotes, brackets, arrows, bars, `-`, `=`, `:`, and the bytes of "→". */
function isMark(byte: number): boolean {
  return !is(byte, WORD) ? byte !== 47 && byte !== 37 : byte >= 128;
}

/** The number that ends right before the method: only blanks, `]`, `:`, `|`, `-` or a quote between. */
function statusBefore(bytes: Uint8Array, start: number, method: number): number {
  let at = method;
  while (at > start && method - at < GAP_MAX_BYTES && !is(bytes[at - 1], DIGIT) && isMark(bytes[at - 1] ?? 0)) at -= 1;
  const from = at - 3;
  if (at === method || from < start || threeDigits(bytes, from) === 0) return -1;
  const before = from > start ? (bytes[from - 1] ?? 0) : 32;
  if ((before === 91 || before === 40) && is(bytes[from - 2], ALNUM)) return -1; // "app[812]: GET /x"
  return is(before, BLANK) || before === 91 || before === 40 || before === 124 || before === 34 ? from : -1;
}
