/** Which known causes a log shows: rules of the catalog, held against lines, fields and what the log holds at all. */
import type { LogRule, Subcode } from "../catalog/types.js";
import { type Captures, captureUpstream, joinCaptures, readCaptures } from "./captures.js";
import { hasLiteral, type LineHits, type LiteralTable } from "./literals.js";
import type { LogCause } from "./log-report.js";
import { describeMoment, type Moment } from "./moments.js";
import { type CausePattern, subcodePatterns } from "./subcode-patterns.js";

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

export interface CauseFinder {
  /** A line with literals on it. `moment` is asked for only when a rule fits. */
  takeLine(hits: LineHits, bytes: Uint8Array, start: number, end: number, moment: () => Moment): void;
  /** A failed or unanswered request that is a record of its own. */
  takeRecord(facts: RecordFacts, moment: Moment): void;
  /** Whether any rule asks for the fields of this format's records. */
  asksOf(format: string): boolean;
  /** The causes that fit, given the codes that the log holds, or what its lines alone say; the most telling first. */
  finish(codes: ReadonlySet<number> | undefined): readonly LogCause[];
}

interface Compiled {
  readonly pattern: CausePattern;
  readonly line: readonly number[];
  readonly any: readonly number[];
  readonly seen: readonly number[];
  readonly seenAny: readonly number[];
  readonly absent: readonly number[];
}

/** How often a pattern fits is counted, and when first and last. */
interface Fit {
  count: number;
  first: Moment;
  last: Moment;
  captures: Captures;
}

type ByLiteral = ReadonlyMap<number, readonly Compiled[]>;

export function createCauseFinder(
  rules: readonly LogRule[],
  subcodes: () => readonly Subcode[],
  table: LiteralTable,
): () => CauseFinder {
  const patterns = [...rules.map(rulePattern), ...subcodePatterns(subcodes())];
  const compiled = patterns.map((pattern) => compile(pattern, table));
  const byLiteral = new Map<number, Compiled[]>();
  for (const entry of compiled) {
    const trigger = entry.line[0] === undefined ? entry.any : [entry.line[0]];
    for (const literal of trigger) byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), entry]);
  }
  return () => startFinding(compiled, byLiteral);
}

function rulePattern({ id, ...rule }: LogRule): CausePattern {
  return { ...rule, cause: { kind: "rule", rule: id } };
}

function compile(pattern: CausePattern, table: LiteralTable): Compiled {
  const add = (texts: readonly string[]) => texts.map(table.add);
  const { line, any, seen, seenAny, absent } = pattern.when;
  return { pattern, line: add(line), any: add(any), seen: add(seen), seenAny: add(seenAny), absent: add(absent) };
}

function startFinding(compiled: readonly Compiled[], byLiteral: ByLiteral): CauseFinder {
  const fits = new Map<Compiled, Fit>();
  const seen = new Set<number>();
  const asked = new Map<string, boolean>();
  return {
    takeLine: (hits, bytes, start, end, moment) => {
      for (let index = 0; index < hits.count; index++) {
        const literal = hits.literal[index] ?? -1;
        seen.add(literal);
        for (const entry of byLiteral.get(literal) ?? []) {
          if (isRepeat(hits, index) || !fitsLine(entry, hits)) continue;
          noteFit(fits, entry, moment(), readCaptures(entry.pattern.captures, bytes, start, end));
        }
      }
    },
    asksOf: (format) => {
      const known = asked.get(format) ?? compiled.some((entry) => asksForRecordsOf(entry, format));
      asked.set(format, known);
      return known;
    },
    takeRecord: (facts, moment) => {
      for (const entry of compiled) {
        if (fitsRecord(entry, facts)) noteFit(fits, entry, moment, captureUpstream(facts.upstream));
      }
    },
    finish: (codes) => {
      const found = compiled.flatMap((entry) => {
        const fit = fits.get(entry) ?? (codes && fitOfWhole(entry, seen));
        return fit && suits(entry, codes, seen) ? [{ entry, fit }] : [];
      });
      const hidden = new Set(found.flatMap(({ entry }) => entry.pattern.hides));
      return found
        .filter(({ entry: { pattern } }) => pattern.cause.kind === "subcode" || !hidden.has(pattern.cause.rule))
        .sort(compareFits)
        .map(({ entry, fit }) => describeFit(entry, fit));
    },
  };
}

function noteFit(fits: Map<Compiled, Fit>, entry: Compiled, moment: Moment, captures: Captures): void {
  const known = fits.get(entry);
  if (!known) {
    fits.set(entry, { count: 1, first: moment, last: moment, captures });
    return;
  }
  known.count += 1;
  known.captures = joinCaptures(known.captures, captures);
  if (!moment.hasTime || moment.at >= known.last.at) known.last = moment;
  else if (moment.at < known.first.at) known.first = moment; // newest first, or not in order
}

interface Found {
  readonly entry: Compiled;
  readonly fit: Fit;
}

/** The more telling rule first, then the more frequent cause, then the earlier one. */
function compareFits(a: Found, b: Found): number {
  const byRank = a.entry.pattern.rank - b.entry.pattern.rank;
  return byRank || b.fit.count - a.fit.count || a.fit.first.line - b.fit.first.line;
}

function describeFit({ pattern: { cause } }: Compiled, { count, first, last, captures }: Fit): LogCause {
  return { ...cause, count, first: describeMoment(first), last: describeMoment(last), captures };
}

const NEVER: Moment = { line: 0, hasTime: false, at: 0, zone: 0 };

/** The same literal earlier on the line: the rule has been tried. */
function isRepeat(hits: LineHits, index: number): boolean {
  for (let earlier = 0; earlier < index; earlier++) if (hits.literal[earlier] === hits.literal[index]) return true;
  return false;
}

function asksForRecordsOf(entry: Compiled, format: string): boolean {
  return asksForRecords(entry) && (entry.pattern.when.format?.includes(format) ?? true);
}

function asksForRecords({ pattern: { when } }: Compiled): boolean {
  return when.field !== undefined || when.behind !== undefined;
}

function fitsLine(entry: Compiled, hits: LineHits): boolean {
  if (asksForRecords(entry)) return false;
  const has = (literal: number) => hasLiteral(hits, literal);
  return entry.line.every(has) && (entry.any.length === 0 || entry.any.some(has));
}

function fitsRecord(entry: Compiled, facts: RecordFacts): boolean {
  const { codes, when } = entry.pattern;
  if (!asksForRecords(entry)) return false;
  if (when.format && !when.format.includes(facts.format)) return false;
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

/** A rule about the log as a whole: what it holds and lacks. */
function fitOfWhole(entry: Compiled, seen: ReadonlySet<number>): Fit | undefined {
  if (entry.line.length + entry.any.length > 0 || asksForRecords(entry) || seen.size === 0) return undefined;
  return { count: 1, first: NEVER, last: NEVER, captures: {} };
}

function suits(
  { pattern: { codes }, seen: needed, seenAny, absent }: Compiled,
  found: ReadonlySet<number> | undefined,
  seen: ReadonlySet<number>,
): boolean {
  const has = (literal: number) => seen.has(literal);
  if (found && codes.length > 0 && !codes.some((code) => found.has(code))) return false;
  return needed.every(has) && (seenAny.length === 0 || seenAny.some(has)) && !absent.some(has);
}
