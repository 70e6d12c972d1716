/** The status beside a request: `GET /x 404`, `"GET /x HTTP/1.1" 404`, `404 GET /x`, `[404]: GET /x`. */
import { ALNUM, BLANK, COLON, DIGIT, is, LETTER, QUOTE, threeDigits, WORD } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import { isMeasured } from "./number-context.js";
import { findRequestLine, type RequestSpan } from "./request.js";

const GAP_MAX_BYTES = 8;

/** Offsets of two numbers, -1 where there is none. Written over by the next search. */
export interface RequestNumbers {
  status: number;
  /** A number beside the request that is none: its size. */
  size: number;
}

export const NO_NUMBERS: Readonly<RequestNumbers> = { status: -1, size: -1 };

/** `body`: where the line begins behind its prefixes. */
export type FindRequestNumbers = (
  bytes: Uint8Array,
  start: number,
  body: number,
  end: number,
) => Readonly<RequestNumbers>;

/**
 * Returns the search. Where numbers stand on both sides of the request, the one behind is the status if another number or
 * a phrase follows it; alone it is the size: `502 "GET /x HTTP/1.1" 404 0.003`. A number in front is one only before a
 * quoted request or where the line begins: in "worker 204 GET /x" it counts workers.
 */
export function createRequestStatus(isKnown: (code: number) => boolean): FindRequestNumbers {
  const span: RequestSpan = { methodFrom: 0, methodTo: 0, pathFrom: 0, pathTo: 0 };
  const found: RequestNumbers = { ...NO_NUMBERS };
  return (bytes, start, body, end) => {
    const after = findRequestLine(bytes, start, end, span);
    if (after < 0) return NO_NUMBERS;
    const first = skipBlanks(bytes, body, end);
    const isQuoted = bytes[span.methodFrom - 1] === QUOTE;
    const isColumn = (at: number, code: number) => (isQuoted || at === first) && isKnown(code);
    const behind = statusAfter(bytes, after, end);
    const before = statusBefore(bytes, start, span.methodFrom, isColumn);
    const mayBeFirst = behind >= 0 && before >= 0 && isColumn(before, threeDigits(bytes, before));
    const isFirst = mayBeFirst && !isStatus(bytes, behind, end);
    found.status = isFirst || behind < 0 ? before : behind;
    found.size = isFirst ? behind : -1;
    if (isQuoted && found.status < 0 && beginsWithStatus(bytes, first, isKnown)) found.status = first;
    return found;
  };
}

/** `502 0.002 10.1.4.4:8500 "GET /x HTTP/1.1"`: where no number is beside a quoted request, the one that begins the line. */
function beginsWithStatus(bytes: Uint8Array, at: number, isKnown: (code: number) => boolean): boolean {
  const code = threeDigits(bytes, at);
  const isColumn = is(bytes[at + 3], BLANK) && (is(bytes[at + 4], DIGIT) || bytes[at + 4] === 45);
  return code > 0 && isColumn && isKnown(code);
}

/** Whether a whole number comes behind the one at `at`, or what stands for none, or a word: the size, or the phrase. */
function isStatus(bytes: Uint8Array, at: number, end: number): boolean {
  const from = skipBlanks(bytes, at + 3, end);
  if (bytes[from] === 45 || (from < end && is(bytes[from], LETTER))) return true;
  let to = from;
  while (to < end && is(bytes[to], DIGIT)) to += 1;
  return to > from && (to === end || is(bytes[to], BLANK | LETTER));
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

/**
 * The number that ends right before the method, or the one before it where two stand there, status and size, and where
 * `isColumn` says that the first may be one.
 */
function statusBefore(
  bytes: Uint8Array,
  start: number,
  method: number,
  isColumn: (at: number, code: number) => boolean,
): number {
  let at = method;
  while (at > start && method - at < GAP_MAX_BYTES && !is(bytes[at - 1], DIGIT) && isMark(bytes[at - 1] ?? 0)) at -= 1;
  if (at === method) return -1;
  let size = at;
  while (size > start && is(bytes[size - 1], DIGIT)) size -= 1;
  const first = size - 4;
  const code = size < at && first >= start && is(bytes[size - 1], BLANK) ? threeDigits(bytes, first) : 0;
  if (code > 0 && isColumn(first, code) && opensColumn(bytes, start, first)) return first;
  const from = at - 3;
  if (from < start || threeDigits(bytes, from) === 0 || !opensColumn(bytes, start, from)) return -1;
  // "[404]: GET /x", but "page 404: GET /x" counts pages
  return bytes[at] === COLON && from > start && is(bytes[from - 1], BLANK) ? -1 : from;
}

/** The number begins the line, or comes after a blank, a bracket, a bar or a quote; a process id is no status: "app[812]". */
function opensColumn(bytes: Uint8Array, start: number, from: number): boolean {
  const before = from > start ? (bytes[from - 1] ?? 0) : 32;
  if ((before === 91 || before === 40) && is(bytes[from - 2], ALNUM)) return false;
  return is(before, BLANK) || before === 91 || before === 40 || before === 124 || before === 34;
}
