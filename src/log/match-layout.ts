/** Holds a line of bytes against a layout. Goes forward only, so the time is linear in the line. */
import { ALNUM, BACKSLASH, BLANK, DIGIT, is, QUOTE, threeDigits } from "./ascii.js";
import { matchBlanks } from "./blanks.js";
import { type FieldType, type Layout, SLOTS } from "./layout.js";
import { isUrl } from "./request.js";
import {
  lastOfList,
  matchAddress,
  matchLevel,
  matchList,
  matchLogFile,
  matchMethod,
  matchNumber,
  matchPath,
  matchPod,
  matchRun,
  matchWord,
} from "./scan-fields.js";
import { startsWith } from "./starts-with.js";
import type { TimeScanner } from "./time-scanner.js";

/** What a match has found: offsets into the bytes. Written over by the next match. */
export interface Fields {
  /** 0 when the record has none: nobody answered. -1 when the layout holds no status at all. */
  status: number;
  /** The status of the server behind, 0 when there was none, -1 when the layout does not tell. */
  behind: number;
  /** Start and end of each slot, by its place in SLOTS; both 0 where it is empty. */
  readonly spans: Int32Array;
  /** Hash of the names of all fields; 0 for a layout. */
  names: number;
  /** Something has been written since it was cleared. */
  isFilled: boolean;
}

/** In place of a status where the layout holds none. */
export const NO_STATUS = -1;

export function createFields(): Fields {
  return { status: NO_STATUS, behind: -1, names: 0, spans: new Int32Array(SLOTS.length * 2), isFilled: false };
}

export function clearFields(fields: Fields): void {
  fields.status = NO_STATUS;
  fields.behind = -1;
  fields.names = 0;
  fields.spans.fill(0);
  fields.isFilled = false;
}

export type LayoutMatcher = (layout: Layout, bytes: Uint8Array, start: number, end: number, fields: Fields) => number;

const STATUS = SLOTS.indexOf("status");
const BEHIND = SLOTS.indexOf("behind");

/** Returns the matcher: the position after the layout, or -1. What follows the layout is the caller's to judge. */
export function createLayoutMatcher(time: TimeScanner): LayoutMatcher {
  return (layout, bytes, start, end, fields) => {
    let at = start;
    if (fields.isFilled) clearFields(fields);
    for (const part of layout) {
      const from = at;
      if (part.kind === "literal") at = startsWith(bytes, at, end, part.bytes) ? at + part.bytes.length : -1;
      else if (part.kind === "blanks") at = part.one ? matchBlank(bytes, at, end) : matchBlanks(bytes, at, end);
      else {
        at = part.type === "time" ? time.scan(bytes, at, end) : matchField(part.type, part.until, bytes, at, end);
        if (part.type === "list" && part.slot === BEHIND && !endsInStatus(bytes, from, at)) return -1;
        if (at >= 0 && part.slot >= 0) take(fields, part.slot, bytes, from, at);
      }
      if (at < 0) return -1;
    }
    return at;
  };
}

function take(fields: Fields, slot: number, bytes: Uint8Array, from: number, to: number): void {
  fields.isFilled = true;
  if (slot === STATUS) fields.status = threeDigits(bytes, from);
  else if (slot === BEHIND) fields.behind = threeDigits(bytes, lastOfList(bytes, from, to));
  fields.spans[slot * 2] = from;
  fields.spans[slot * 2 + 1] = to;
}

function matchBlank(bytes: Uint8Array, at: number, end: number): number {
  return at < end && is(bytes[at], BLANK) ? at + 1 : -1;
}

function matchField(type: Exclude<FieldType, "time">, until: Uint8Array, bytes: Uint8Array, at: number, end: number) {
  switch (type) {
    case "word":
      return matchWord(until[0], bytes, at, end);
    case "text":
      return matchText(until, bytes, at, end);
    case "rest":
      return end;
    case "status":
      return matchStatus(bytes, at, end);
    case "number":
      return matchNumber(bytes, at, end);
    case "digits":
      return matchRun(DIGIT, 1, bytes, at, end);
    case "method":
      return matchMethod(bytes, at, end);
    case "path":
      return bytes[at] === 47 || bytes[at] === 42 || isUrl(bytes, at, end) ? matchPath(until[0], bytes, at, end) : -1;
    case "ip":
      return matchAddress(bytes, at, end);
    case "level":
      return matchLevel(bytes, at, end);
    case "list":
      return matchList(until[0], bytes, at, end);
    case "pod":
      return matchPod(bytes, at, end);
    case "logfile":
      return matchLogFile(bytes, at, end);
  }
}

/** Up to the bytes in `until`; inside quotes a backslash hides what it stands before. */
function matchText(until: Uint8Array, bytes: Uint8Array, from: number, end: number): number {
  const stop = until[0];
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (stop === undefined ? is(byte, BLANK) : byte === stop && startsWith(bytes, at, end, until)) return at;
    if (byte === BACKSLASH && stop === QUOTE) at += 1;
  }
  return stop === undefined ? end : -1;
}

/** "502"; "-", "0", "000" and "-1" where nobody answered. */
function matchStatus(bytes: Uint8Array, at: number, end: number): number {
  if (at + 3 <= end && threeDigits(bytes, at) > 0) return at + 3;
  let to = bytes[at] === 45 ? at + 1 : at;
  while (to < end && bytes[to] === 48) to += 1;
  if (to === at + 1 && bytes[at] === 45 && bytes[to] === 49) to += 1;
  return to > at && to - at <= 3 && !is(bytes[to], ALNUM) ? to : -1;
}

/** "502, 503", "504 : -". */
function endsInStatus(bytes: Uint8Array, from: number, to: number): boolean {
  return to > from && matchStatus(bytes, lastOfList(bytes, from, to), to) === to;
}
