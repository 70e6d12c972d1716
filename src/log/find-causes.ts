/** Which known causes a log shows: rules of the catalog, held against lines, fields and what the log holds at all. */
import type { LogRule, Subcode } from "../catalog/types.js";
import { type Captures, captureUpstream, joinCaptures, readCaptures } from "./captures.js";
import { type CompiledCause, compileCause } from "./compile-cause.js";
import { asksForRecords, asksForRecordsOf, fitsLine, fitsRecord, type RecordFacts, suitsLog } from "./fits-cause.js";
import { addIncident, countShared, type IncidentKey, type Incidents, isElsewhere } from "./incidents.js";
import type { LineHits, LiteralTable } from "./literals.js";
import type { LogPart } from "./log-part.js";
import type { LogCause } from "./log-report.js";
import { describeMoment, type Moment } from "./moments.js";
import { type CausePattern, subcodePatterns } from "./subcode-patterns.js";

export interface CauseFinder extends LogPart {
  /** A line with literals on it. `told` is asked only when a rule fits. */
  takeLine(hits: LineHits, bytes: Uint8Array, start: number, end: number, told: Told): void;
  /** A failed or unanswered request that is a record of its own. */
  takeRecord(facts: RecordFacts, told: Told): void;
  /** Whether any rule asks for the fields of this format's records. */
  asksOf(format: string): boolean;
  /** The causes that fit, given what failed by its codes, or what the lines alone say; the most telling first. */
  finish(failed: Failed | undefined): readonly LogCause[];
  /** The literals that the log holds. */
  readonly seen: ReadonlySet<number>;
}

/** When the current line was written, and which request it is about. */
export interface Told {
  moment(): Moment;
  incident(): IncidentKey;
}

/** The codes that the log holds, with the requests that failed; 0 for those without a status. */
export type Failed = ReadonlyMap<number, Incidents>;

/** How often a pattern fits is counted, when first and last, and for which requests. */
interface Fit {
  count: number;
  first: Moment;
  last: Moment;
  captures: Captures;
  readonly incidents: Incidents;
}

type ByLiteral = ReadonlyMap<number, readonly CompiledCause[]>;

export function createCauseFinder(
  rules: readonly LogRule[],
  subcodes: () => readonly Subcode[],
  table: LiteralTable,
): () => CauseFinder {
  const patterns = [...rules.map(rulePattern), ...subcodePatterns(subcodes())];
  const compiled = patterns.map((pattern) => compileCause(pattern, table));
  const byLiteral = new Map<number, CompiledCause[]>();
  for (const entry of compiled) {
    const trigger = entry.line[0] === undefined ? entry.any : [entry.line[0]];
    for (const literal of trigger) byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), entry]);
  }
  return () => startFinding(compiled, byLiteral);
}

function rulePattern({ id, ...rule }: LogRule): CausePattern {
  return { ...rule, cause: { kind: "rule", rule: id } };
}

function startFinding(compiled: readonly CompiledCause[], byLiteral: ByLiteral): CauseFinder {
  const fits = new Map<CompiledCause, Fit>();
  const seen = new Set<number>();
  const asking = new Map<string, readonly CompiledCause[]>();

  /** The causes that ask for the fields of this format's records. */
  function askingOf(format: string): readonly CompiledCause[] {
    const known = asking.get(format) ?? compiled.filter((entry) => asksForRecordsOf(entry, format));
    asking.set(format, known);
    return known;
  }

  return {
    seen,
    takeLine: (hits, bytes, start, end, told) => {
      for (let index = 0; index < hits.count; index++) {
        const literal = hits.literal[index] ?? -1;
        seen.add(literal);
        for (const entry of byLiteral.get(literal) ?? []) {
          if (isRepeat(hits, index) || !fitsLine(entry, hits)) continue;
          noteFit(fits, entry, told, readCaptures(entry.pattern.captures, bytes, start, end));
        }
      }
    },
    asksOf: (format) => askingOf(format).length > 0,
    takeRecord: (facts, told) => {
      for (const entry of askingOf(facts.format)) {
        if (fitsRecord(entry, facts)) noteFit(fits, entry, told, captureUpstream(facts.upstream));
      }
    },
    finish: (failed) => {
      const found = compiled.flatMap((entry) => {
        const fit = fits.get(entry) ?? (failed && fitOfWhole(entry, seen));
        return fit && suitsLog(entry, failed, seen) ? [{ entry, fit }] : [];
      });
      const failedAt = new Set([...(failed?.values() ?? [])].flatMap((requests) => [...requests.keys()]));
      const matters = (path: IncidentKey) => failed === undefined || failedAt.has(path);
      return found
        .filter((cause) => !found.some((other) => hides(other, cause, matters)))
        .sort(compareFits)
        .map(({ entry, fit }) => describeFit(entry, fit, failed));
    },
    forget: () => {
      fits.clear();
      seen.clear();
    },
  };
}

function noteFit(fits: Map<CompiledCause, Fit>, entry: CompiledCause, told: Told, captures: Captures): void {
  const moment = told.moment();
  const known = fits.get(entry) ?? { count: 0, first: moment, last: moment, captures, incidents: new Map() };
  fits.set(entry, known);
  known.count += 1;
  addIncident(known.incidents, told.incident());
  known.captures = joinCaptures(known.captures, captures);
  if (!moment.hasTime || moment.at >= known.last.at) known.last = moment;
  else if (moment.at < known.first.at) known.first = moment; // newest first, or not in order
}

interface Found {
  readonly entry: CompiledCause;
  readonly fit: Fit;
}

/** A rule hides another one where both are about the same requests. */
function hides({ entry: { pattern }, fit }: Found, other: Found, matters: (path: IncidentKey) => boolean): boolean {
  const { cause } = other.entry.pattern;
  if (cause.kind !== "rule" || !pattern.hides.includes(cause.rule)) return false;
  return !isElsewhere(other.fit.incidents, fit.incidents, matters);
}

/** The more telling rule first, then the more frequent cause, then the earlier one. */
function compareFits(a: Found, b: Found): number {
  const byRank = a.entry.pattern.rank - b.entry.pattern.rank;
  return byRank || b.fit.count - a.fit.count || a.fit.first.line - b.fit.first.line;
}

function describeFit({ pattern }: CompiledCause, fit: Fit, failed: Failed | undefined): LogCause {
  const { count, first, last, captures, incidents } = fit;
  const explained = [...(failed ?? [])].filter(([code]) => pattern.codes.length === 0 || pattern.codes.includes(code));
  const accountsFor = explained.reduce((sum, [, requests]) => sum + countShared(requests, incidents), 0);
  return { ...pattern.cause, count, accountsFor, first: describeMoment(first), last: describeMoment(last), captures };
}

const NEVER: Moment = { line: 0, hasTime: false, at: 0, zone: 0 };

/** The same literal earlier on the line: the rule has been tried. */
function isRepeat(hits: LineHits, index: number): boolean {
  for (let earlier = 0; earlier < index; earlier++) if (hits.literal[earlier] === hits.literal[index]) return true;
  return false;
}

/** A rule about the log as a whole: what it holds and lacks. */
function fitOfWhole(entry: CompiledCause, seen: ReadonlySet<number>): Fit | undefined {
  if (entry.line.length + entry.any.length > 0 || asksForRecords(entry) || seen.size === 0) return undefined;
  return { count: 1, first: NEVER, last: NEVER, captures: {}, incidents: new Map() };
}
