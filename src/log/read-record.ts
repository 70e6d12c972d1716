/** Reads a line as a record of a known log: past what stands in front, then by layout, JSON fields or columns. */
import { skipBlanks } from "./blanks.js";
import { createColumnReader } from "./columns.js";
import type { Candidate, CompiledRecords } from "./compile-records.js";
import { type Layout, SLOTS, type Slot } from "./layout.js";
import { createFields, type Fields } from "./match-layout.js";
import { marksOf } from "./survey-line.js";
import type { TimeScanner } from "./time-scanner.js";

/** What a line turned out to be. Written over by the next line. */
export interface LineReading {
  /** Index of the format, -1 when the line has none. */
  format: number;
  readonly fields: Fields;
  /** Statuses of further records on the same line. */
  more: readonly number[];
  /** Where the line begins behind its prefixes. */
  body: number;
  /** Where its time stands; -1 when none has been met. */
  timeAt: number;
}

export interface RecordReader {
  readonly reading: LineReading;
  readonly time: TimeScanner;
  /** Lines to come may have this layout, because a command that was pasted asks for it. */
  expect(layout: Layout | undefined): void;
  /** Takes the line as none, from `start` on: a piece of a long one. */
  pass(start: number): void;
  /** Tries what the line before was; quick. True when the line is a record again. */
  readAgain(bytes: Uint8Array, start: number, end: number): boolean;
  /** Tries everything that the line's marks allow. True when it is a record. `mayName`: it may name the columns of a table. */
  read(bytes: Uint8Array, start: number, end: number, marksOfLine: number, mayName: boolean): boolean;
}

/** A container's name, a time and a level: more than this is never in front. */
const PREFIXES_MAX = 4;
const PATIENCE_LINES = 5;
const NOTHING_MORE: readonly number[] = [];
const ASSIGNS = marksOf("=");
const BRACES = marksOf('{":}');
const NO_FRONTS: readonly Layout[] = [];

export function createRecordReader(compiled: CompiledRecords): RecordReader {
  const { time, match, layouts, fronts, readJson, readLogfmt } = compiled;
  const columns = createColumnReader(compiled.tables);
  const front = createFields();
  const reading: LineReading = { format: -1, fields: createFields(), more: [], body: 0, timeAt: -1 };
  /** What the last record was. */
  let last: Candidate | "json" | "logfmt" | undefined;
  let lastFronts: readonly Layout[] = [];
  let expected: Candidate | undefined;
  /** So many more lines may come without it before it is given up. */
  let patience = 0;
  /** Those of the line that is being read. */
  let marks = 0;

  function tryLayout(candidate: Candidate, bytes: Uint8Array, at: number, end: number): boolean {
    const after = match(candidate.layout, bytes, at, end, reading.fields);
    if (after < 0 || !isEnd(bytes, after, end)) return false;
    return settle(candidate.format);
  }

  function settle(format: number, more: readonly number[] = NOTHING_MORE): boolean {
    reading.format = format;
    reading.more = more;
    return true;
  }

  function readAt(bytes: Uint8Array, from: number, end: number): boolean {
    const at = skipBlanks(bytes, from, end);
    const byte = bytes[at] ?? 0;
    for (const candidate of layouts(byte, marks)) {
      if (!tryLayout(candidate, bytes, at, end)) continue;
      last = candidate;
      return true;
    }
    if (byte !== 123 && byte !== 91) return false;
    return readFields("json", bytes, at, end);
  }

  function readFields(syntax: "json" | "logfmt", bytes: Uint8Array, at: number, end: number): boolean {
    const { format, more } = (syntax === "json" ? readJson : readLogfmt)(bytes, at, end, reading.fields);
    if (format < 0) return false;
    last = syntax;
    return settle(format, more);
  }

  /** Fields behind a message: `request failed {"status": 404}`, `request failed status=404`. */
  function readInside(bytes: Uint8Array, at: number, end: number): boolean {
    if ((marks & BRACES) === BRACES) {
      const brace = bytes.indexOf(123, at);
      if (brace > at && brace < end && readFields("json", bytes, brace, end)) return true;
    }
    return (marks & ASSIGNS) !== 0 && readFields("logfmt", bytes, at, end);
  }

  function isExpected(candidate: Candidate, bytes: Uint8Array, start: number, end: number): boolean {
    const isRead = tryLayout(candidate, bytes, start, end);
    patience = isRead ? PATIENCE_LINES : patience - 1;
    if (patience < 0) expected = undefined;
    return isRead;
  }

  function readLikeLast(bytes: Uint8Array, at: number, end: number): boolean {
    if (last === "json") return bytes[at] === 123 && readFields("json", bytes, at, end);
    if (last === "logfmt") return readFields("logfmt", bytes, at, end);
    return last !== undefined && tryLayout(last, bytes, at, end);
  }

  /** The position after a prefix at `at`, or -1. Notes the first time that it meets. */
  function skipFront(layout: Layout, bytes: Uint8Array, at: number, end: number): number {
    const after = match(layout, bytes, at, end, front);
    if (after > at && reading.timeAt < 0 && (front.spans[TIME + 1] ?? 0) > 0) reading.timeAt = front.spans[TIME] ?? -1;
    return after;
  }

  function begin(start: number): void {
    reading.format = -1;
    reading.body = start;
    reading.timeAt = -1;
    reading.more = NOTHING_MORE;
    time.forget();
  }

  return {
    reading,
    time,
    expect: (layout) => {
      patience = PATIENCE_LINES;
      expected = layout && compiled.writeOut >= 0 ? { format: compiled.writeOut, layout, marks: 0 } : expected;
    },
    pass: begin,
    readAgain: (bytes, start, end) => {
      begin(start);
      if (expected && isExpected(expected, bytes, start, end)) return true;
      let at = start;
      for (const layout of lastFronts) {
        at = skipFront(layout, bytes, at, end);
        if (at < 0) return false;
      }
      reading.body = at;
      if (columns.read(bytes, at, end, reading.fields)) return settle(columns.format());
      return readLikeLast(bytes, skipBlanks(bytes, at, end), end);
    },
    read: (bytes, start, end, marksOfLine, mayName) => {
      begin(start);
      marks = marksOfLine;
      let passed = NO_FRONTS;
      for (let at = start; passed.length <= PREFIXES_MAX; ) {
        reading.body = at;
        if (mayName) columns.takeHeader(bytes, at, end);
        if (columns.read(bytes, at, end, reading.fields)) return settle(columns.format());
        if (readAt(bytes, at, end)) {
          lastFronts = passed;
          return true;
        }
        const next = firstFront(bytes, at, end);
        if (!next) {
          lastFronts = passed;
          return readInside(bytes, at, end);
        }
        passed = [...passed, next.layout];
        at = next.after;
      }
      return false;
    },
  };

  function firstFront(bytes: Uint8Array, at: number, end: number): { layout: Layout; after: number } | undefined {
    for (const { layout } of fronts(bytes[at] ?? 0, marks)) {
      const after = skipFront(layout, bytes, at, end);
      if (after > at && after < end) return { layout, after };
    }
    return undefined;
  }
}

const TIME = SLOTS.indexOf("time") * 2;

/** A field as text; empty when the record has none. */
export function fieldText({ spans }: Fields, slot: Slot, bytes: Uint8Array): string {
  const at = SLOTS.indexOf(slot) * 2;
  return String.fromCharCode(...bytes.subarray(spans[at] ?? 0, Math.min(spans[at + 1] ?? 0, (spans[at] ?? 0) + 200)));
}

/** Nothing but blanks follows. */
function isEnd(bytes: Uint8Array, from: number, end: number): boolean {
  return skipBlanks(bytes, from, end) === end;
}
