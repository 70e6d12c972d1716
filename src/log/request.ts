/** The request that a line tells of: its method and where it went. */
import { ALNUM, BLANK, DIGIT, GAP, is, LETTER, QUOTE, UPPER, WORD } from "./ascii.js";
import { addLetter, hashWords } from "./word-hash.js";

/** Offsets into the bytes; `to` is 0 where there is none. */
export interface RequestSpan {
  methodFrom: number;
  methodTo: number;
  pathFrom: number;
  pathTo: number;
}

const METHODS = hashWords(
  "GET POST PUT PATCH DELETE HEAD OPTIONS CONNECT TRACE QUERY PURGE PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK REPORT SEARCH",
);
const METHOD_MIN_BYTES = 3;
const METHOD_MAX_BYTES = 9;

/** Finds "GET /path" from `from` on; returns the position after the path, or -1. Either may be quoted or in brackets. */
export function findRequestLine(bytes: Uint8Array, from: number, end: number, span: RequestSpan): number {
  for (let at = from; at < end; at++) {
    if (!is(bytes[at], UPPER) || (at > 0 && isPartOfName(bytes[at - 1]))) continue;
    const methodTo = skipWhile(UPPER, bytes, at, end);
    if (isMethod(bytes, at, methodTo)) {
      const pathFrom = skipGap(bytes, methodTo, end);
      const pathTo = pathFrom > methodTo ? matchTarget(bytes, pathFrom, end) : -1;
      if (pathTo > 0) {
        span.methodFrom = at;
        span.methodTo = methodTo;
        span.pathFrom = pathFrom;
        span.pathTo = pathTo;
        return pathTo;
      }
    }
    at = methodTo;
  }
  return -1;
}

/** Letters, digits and "_"; characters beyond ASCII are arrows and boxes here. */
function isPartOfName(byte: number | undefined): boolean {
  return is(byte, ALNUM) || byte === 95;
}

function skipWhile(mask: number, bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && is(bytes[at], mask)) at += 1;
  return at;
}

/** Whether these bytes are a method of HTTP; loggers write some in small letters. */
export function isMethod(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length < METHOD_MIN_BYTES || length > METHOD_MAX_BYTES) return false;
  let sum = 0;
  for (let at = from; at < to; at++) {
    if (!is(bytes[at], LETTER)) return false;
    sum = addLetter(sum, bytes[at] ?? 0);
  }
  return METHODS.has(sum);
}

const GAP_MAX_BYTES = 12;

/** Past blanks, quotes, brackets, a colon or a bar. */
function skipGap(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < GAP_MAX_BYTES && (is(bytes[at], GAP) || bytes[at] === 93 || bytes[at] === 44)) at += 1;
  return at;
}

/** "/path", "http://host/path", "https://…": the position after it, or -1. */
function matchTarget(bytes: Uint8Array, from: number, end: number): number {
  if (bytes[from] !== 47 && !isUrl(bytes, from, end)) return -1;
  let at = from;
  while (at < end && !endsTarget(bytes[at])) at += 1;
  while (at > from + 1 && ENDS_SENTENCE.has(bytes[at - 1] ?? 0)) at -= 1;
  return bytes[at - 1] === 41 && !bytes.subarray(from, at).includes(40) ? at - 1 : at; // "for url (https://host/x)"
}

/** `: , ; .` at the end of a target belong to the sentence. */
const ENDS_SENTENCE = new Set([58, 44, 59, 46]);

function endsTarget(byte: number | undefined): boolean {
  return is(byte, BLANK) || byte === QUOTE || byte === 39 || byte === 96 || byte === 62 || byte === 92 || byte === 124;
}

/** Whether "http://" or "https://" begins at `at`. */
export function isUrl(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 104 || bytes[at + 1] !== 116 || bytes[at + 2] !== 116 || bytes[at + 3] !== 112) return false;
  const colon = bytes[at + 4] === 115 ? at + 5 : at + 4;
  return colon + 3 < end && bytes[colon] === 58 && bytes[colon + 1] === 47 && bytes[colon + 2] === 47;
}

const PATH_KEYS = new Set(
  "path uri url request_uri request_url request_path endpoint target route requesturl requesturi originalurl".split(
    " ",
  ),
);
const KEY_MAX_BYTES = 16;

/** The request anywhere on a line: "GET /path", else a field such as `path=/x`, else a URL. False when there is none. */
export function findRequest(bytes: Uint8Array, from: number, end: number, span: RequestSpan): boolean {
  span.methodTo = 0;
  span.pathTo = 0;
  if (findRequestLine(bytes, from, end, span) > 0) return true;
  let url = 0;
  for (let at = from; at < end; at++) {
    if (!is(bytes[at], LETTER) || (at > from && is(bytes[at - 1], WORD))) continue;
    if (url === 0 && isUrl(bytes, at, end)) url = at;
    const to = skipKey(bytes, at, end);
    takeField(bytes, at, to, end, span);
    at = Math.max(at, to - 1);
  }
  if (span.pathTo === 0 && url > 0) {
    span.pathFrom = url;
    span.pathTo = matchTarget(bytes, url, end);
  }
  return span.pathTo > 0;
}

/** Letters, digits, `_`. */
function skipKey(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (is(bytes[at], LETTER | DIGIT) || bytes[at] === 95)) at += 1;
  return at;
}

/** `method=GET`, `"method": "GET"`, `path=/x`, `"url":"/x"`. */
function takeField(bytes: Uint8Array, from: number, to: number, end: number, span: RequestSpan): void {
  if (to - from > KEY_MAX_BYTES || !isAssigned(bytes, to)) return;
  const value = skipGap(bytes, to, end);
  if (is(bytes[value], UPPER)) {
    const valueTo = skipWhile(UPPER, bytes, value, end);
    if (span.methodTo > 0 || !isMethod(bytes, value, valueTo)) return;
    span.methodFrom = value;
    span.methodTo = valueTo;
  } else if (span.pathTo === 0 && PATH_KEYS.has(String.fromCharCode(...bytes.subarray(from, to)).toLowerCase())) {
    span.pathFrom = value;
    span.pathTo = Math.max(0, matchTarget(bytes, value, end));
  }
}

/** Whether an `=` or `:` follows, after a quote perhaps. */
function isAssigned(bytes: Uint8Array, at: number): boolean {
  const mark = bytes[at] === QUOTE || bytes[at] === 39 || bytes[at] === 92 ? bytes[at + 1] : bytes[at];
  return mark === 58 || mark === 61 || (mark === QUOTE && bytes[at + 2] === 58);
}
