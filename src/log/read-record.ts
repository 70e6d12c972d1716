/** Reads a line as a record of a known log: past what stands in front, then by layout, JSON fields or columns. */
import { createColumnReader } from "./columns.js";
import type { CompiledRecords } from "./compile-records.js";
import { createExpectedLayout } from "./expected-layout.js";
import type { Layout } from "./layout.js";
import { beginReading, createLineReading, type LineReading, settle } from "./line-reading.js";
import type { LogPart } from "./log-part.js";
import { createBodyReader } from "./read-body.js";
import { createFrontReader } from "./read-fronts.js";
import type { TimeScanner } from "./time-scanner.js";

export interface RecordReader extends LogPart {
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
const NO_FRONTS: readonly Layout[] = [];

export function createRecordReader(compiled: CompiledRecords): RecordReader {
  const { time } = compiled;
  const reading = createLineReading();
  const columns = createColumnReader(compiled.tables);
  const fronts = createFrontReader(compiled, reading);
  const body = createBodyReader(compiled, reading);
  const expected = createExpectedLayout(compiled.writeOut, body.tryLayout);
  let lastFronts = NO_FRONTS;

  function begin(start: number): void {
    beginReading(reading, start);
    time.release();
  }

  function readAgain(bytes: Uint8Array, start: number, end: number): boolean {
    begin(start);
    if (expected.read(bytes, start, end)) return true;
    let at = start;
    for (const layout of lastFronts) {
      at = fronts.skip(layout, bytes, at, end);
      if (at < 0) return false;
    }
    reading.body = at;
    if (columns.read(bytes, at, end, reading.fields)) return settle(reading, columns.format());
    return body.readLikeLast(bytes, at, end);
  }

  function read(bytes: Uint8Array, start: number, end: number, marks: number, mayName: boolean): boolean {
    begin(start);
    let passed = NO_FRONTS;
    for (let at = start; passed.length <= PREFIXES_MAX; ) {
      reading.body = at;
      if (mayName) columns.takeHeader(bytes, at, end);
      if (columns.read(bytes, at, end, reading.fields)) return settle(reading, columns.format());
      const isRead = body.readAt(bytes, at, end, marks);
      const next = isRead ? undefined : fronts.first(bytes, at, end, marks);
      if (!next) {
        lastFronts = passed;
        return isRead || body.readInside(bytes, at, end, marks);
      }
      passed = [...passed, next.layout];
      at = next.after;
    }
    return false;
  }

  function forget(): void {
    lastFronts = NO_FRONTS;
    for (const part of [columns, body, expected, time]) part.forget();
  }

  return { reading, time, expect: expected.expect, pass: begin, readAgain, read, forget };
}
