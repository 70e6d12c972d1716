/** Reads a line behind its prefixes: by layout, or by the names of its fields. */
import { skipBlanks } from "./blanks.js";
import type { Candidate, CompiledRecords } from "./compile-records.js";
import { type LineReading, settle } from "./line-reading.js";
import type { LogPart } from "./log-part.js";
import { NO_STATUS } from "./match-layout.js";
import { marksOf } from "./survey-line.js";

export interface BodyReader extends LogPart {
  tryLayout(candidate: Candidate, bytes: Uint8Array, at: number, end: number): boolean;
  /** Tries all layouts that the marks allow, then JSON. */
  readAt(bytes: Uint8Array, from: number, end: number, marks: number): boolean;
  /** Fields behind a message: `request failed {"status": 404}`, `request failed status=404`. */
  readInside(bytes: Uint8Array, at: number, end: number, marks: number): boolean;
  /** Tries only what the last record was. */
  readLikeLast(bytes: Uint8Array, from: number, end: number): boolean;
}

const ASSIGNS = marksOf("=");
const BRACES = marksOf('{":}');

export function createBodyReader(compiled: CompiledRecords, reading: LineReading): BodyReader {
  const { match, layouts, readJson, readLogfmt } = compiled;
  /** What the last record was. */
  let last: Candidate | "json" | "logfmt" | undefined;

  function tryLayout(candidate: Candidate, bytes: Uint8Array, at: number, end: number): boolean {
    const after = match(candidate.layout, bytes, at, end, reading.fields);
    if (after < 0 || skipBlanks(bytes, after, end) !== end) return false;
    return settle(reading, candidate.format);
  }

  function readFields(syntax: "json" | "logfmt", bytes: Uint8Array, at: number, end: number): boolean {
    const { format, more } = (syntax === "json" ? readJson : readLogfmt)(bytes, at, end, reading.fields);
    if (format < 0) return false;
    last = syntax;
    return settle(reading, format, more);
  }

  function readAt(bytes: Uint8Array, from: number, end: number, marks: number): boolean {
    const at = skipBlanks(bytes, from, end);
    const byte = bytes[at] ?? 0;
    for (const candidate of layouts(bytes, at, end, marks)) {
      if (!tryLayout(candidate, bytes, at, end)) continue;
      // one without a status takes many lines, and should not keep those with one from their own layout
      if (reading.fields.status !== NO_STATUS) last = candidate;
      return true;
    }
    return (byte === 123 || byte === 91) && readFields("json", bytes, at, end);
  }

  function readInside(bytes: Uint8Array, at: number, end: number, marks: number): boolean {
    if ((marks & BRACES) === BRACES) {
      const brace = bytes.indexOf(123, at);
      if (brace > at && brace < end && readFields("json", bytes, brace, end)) return true;
    }
    return (marks & ASSIGNS) !== 0 && readFields("logfmt", bytes, at, end);
  }

  function readLikeLast(bytes: Uint8Array, from: number, end: number): boolean {
    const at = skipBlanks(bytes, from, end);
    if (last === "json") return bytes[at] === 123 && readFields("json", bytes, at, end);
    if (last === "logfmt") return readFields("logfmt", bytes, at, end);
    return last !== undefined && tryLayout(last, bytes, at, end);
  }

  function forget(): void {
    last = undefined;
  }

  return { tryLayout, readAt, readInside, readLikeLast, forget };
}
