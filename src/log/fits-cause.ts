/** Whether a line, a record or the log as a whole is what a cause asks for. */
import type { LogRule } from "../catalog/types.js";
import type { CompiledCause } from "./compile-cause.js";
import { hasLiteral, type LineHits } from "./literals.js";

/** A record's own fields, as far as rules ask for them. */
export interface RecordFacts {
  /** 0 where the request got no answer. */
  readonly code: number;
  readonly format: string;
  readonly flags: string;
  readonly reason: string;
  readonly upstream: string;
  /** Status of the server behind; 0 when it gave none, -1 when the log does not tell. */
  readonly behind: number;
}

/** Whether it asks for the fields of this format's records. */
export function asksForRecordsOf(entry: CompiledCause, format: string): boolean {
  return asksForRecords(entry) && (entry.pattern.when.format?.includes(format) ?? true);
}

export function asksForRecords({ pattern: { when } }: CompiledCause): boolean {
  return when.field !== undefined || when.behind !== undefined;
}

export function fitsLine(entry: CompiledCause, hits: LineHits): boolean {
  if (asksForRecords(entry)) return false;
  const has = (literal: number) => hasLiteral(hits, literal);
  return entry.line.every(has) && (entry.any.length === 0 || entry.any.some(has));
}

/** The entry asks for records of this format. */
export function fitsRecord(entry: CompiledCause, facts: RecordFacts): boolean {
  const { codes, when } = entry.pattern;
  if (codes.length > 0 && !codes.includes(facts.code)) return false;
  const { field, behind } = when;
  if (field && !field.is.some((value) => holdsFlag(facts[field.slot], value))) return false;
  return behind === undefined || fitsBehind(behind, facts);
}

/** One of the flags: "UF" in "UF,URX"; a trailing `*` stands for any ending. */
function holdsFlag(value: string, wanted: string): boolean {
  return value
    .split(/[,\s]+/)
    .some((flag) => (wanted.endsWith("*") ? flag.startsWith(wanted.slice(0, -1)) : flag === wanted));
}

function fitsBehind(wanted: NonNullable<LogRule["when"]["behind"]>, { behind, code }: RecordFacts): boolean {
  switch (wanted) {
    case "none":
      return behind === 0;
    case "same":
      return behind === code;
    case "other":
      return behind > 0 && behind !== code;
  }
}

/** Whether the codes (`found`; undefined: its lines alone speak) and literals (`seen`) of the whole log allow it. */
export function suitsLog(
  { pattern: { codes }, seen: needed, seenAny, absent }: CompiledCause,
  found: ReadonlyMap<number, unknown> | undefined,
  seen: ReadonlySet<number>,
): boolean {
  const has = (literal: number) => seen.has(literal);
  if (found && codes.length > 0 && !codes.some((code) => found.has(code))) return false;
  return needed.every(has) && (seenAny.length === 0 || seenAny.some(has)) && !absent.some(has);
}
