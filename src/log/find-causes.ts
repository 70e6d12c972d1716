/** Which known causes a log shows: rules of the catalog, held against lines, fields and what the log holds at all. */
import type { LogRule } from "../catalog/types.js";
import { readCaptures } from "./captures.js";
import { hasLiteral, type LineHits, type LiteralTable } from "./literals.js";
import type { LogCause } from "./log-report.js";
import { describeMoment, type Moment } from "./moments.js";

/** A record's own fields, as far as rules ask for them. */
export interface RecordFacts {
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
  /** A failed response that is a record of its own. */
  takeRecord(facts: RecordFacts, moment: Moment): void;
  /** Whether any rule asks for the fields of this format's records. */
  asksOf(format: string): boolean;
  /** The causes that fit, given the codes that the log holds; the most telling first. */
  finish(codes: ReadonlySet<number>): readonly LogCause[];
}

interface Compiled {
  readonly rule: LogRule;
  readonly line: readonly number[];
  readonly any: readonly number[];
  readonly seen: readonly number[];
  readonly absent: readonly number[];
}

/** Rules are few; how often each fits is counted, and where first and last. */
interface Fit {
  count: number;
  first: Moment;
  last: Moment;
  captures: Readonly<Record<string, string>>;
}

export function createCauseFinder(rules: readonly LogRule[], table: LiteralTable): () => CauseFinder {
  const compiled = rules.map((rule): Compiled => {
    const add = (texts: readonly string[]) => texts.map(table.add);
    const { line, any, seen, absent } = rule.when;
    return { rule, line: add(line), any: add(any), seen: add(seen), absent: add(absent) };
  });
  const byLiteral = new Map<number, Compiled[]>();
  for (const entry of compiled) {
    const trigger = entry.line[0] === undefined ? entry.any : [entry.line[0]];
    for (const literal of trigger) byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), entry]);
  }
  return () => startFinding(compiled, byLiteral);
}

function startFinding(compiled: readonly Compiled[], byLiteral: ReadonlyMap<number, readonly Compiled[]>): CauseFinder {
  const fits = new Map<Compiled, Fit>();
  const seen = new Set<number>();

  function noteFit(entry: Compiled, moment: Moment, captures: Readonly<Record<string, string>>): void {
    const known = fits.get(entry);
    if (!known) fits.set(entry, { count: 1, first: moment, last: moment, captures });
    else {
      known.count += 1;
      known.last = moment;
      known.captures = { ...captures, ...known.captures };
    }
  }

  return {
    takeLine: (hits, bytes, start, end, moment) => {
      for (let index = 0; index < hits.count; index++) {
        const literal = hits.literal[index] ?? -1;
        seen.add(literal);
        for (const entry of byLiteral.get(literal) ?? []) {
          if (isRepeat(hits, index) || !fitsLine(entry, hits)) continue;
          noteFit(entry, moment(), readCaptures(entry.rule.captures, bytes, start, end));
        }
      }
    },
    asksOf: (format) =>
      compiled.some(({ rule: { when } }) => (when.field || when.behind) && (when.format?.includes(format) ?? true)),
    takeRecord: (facts, moment) => {
      for (const entry of compiled) {
        if (fitsRecord(entry, facts)) noteFit(entry, moment, facts.upstream ? { upstream: facts.upstream } : {});
      }
    },
    finish: (codes) =>
      compiled.flatMap((entry) => {
        const found = fits.get(entry) ?? fitOfWhole(entry, seen);
        if (!found || !suits(entry, codes, seen)) return [];
        const { count, first, last, captures } = found;
        return [{ rule: entry.rule.id, count, first: describeMoment(first), last: describeMoment(last), captures }];
      }),
  };
}

const NEVER: Moment = { line: 0, hasTime: false, at: 0, zone: 0 };

/** The same literal earlier on the line: the rule has been tried. */
function isRepeat(hits: LineHits, index: number): boolean {
  for (let earlier = 0; earlier < index; earlier++) if (hits.literal[earlier] === hits.literal[index]) return true;
  return false;
}

function fitsLine({ line, any, rule }: Compiled, hits: LineHits): boolean {
  if (rule.when.field || rule.when.behind) return false;
  const has = (literal: number) => hasLiteral(hits, literal);
  return line.every(has) && (any.length === 0 || any.some(has));
}

function fitsRecord({ rule }: Compiled, facts: RecordFacts): boolean {
  const { field, format, behind } = rule.when;
  if (!field && !behind) return false;
  if (format && !format.includes(facts.format)) return false;
  if (rule.codes.length > 0 && !rule.codes.includes(facts.code)) return false;
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
function fitOfWhole({ line, any, rule }: Compiled, seen: ReadonlySet<number>): Fit | undefined {
  if (line.length + any.length > 0 || rule.when.field || rule.when.behind || seen.size === 0) return undefined;
  return { count: 1, first: NEVER, last: NEVER, captures: {} };
}

function suits(
  { rule, seen: needed, absent }: Compiled,
  codes: ReadonlySet<number>,
  seen: ReadonlySet<number>,
): boolean {
  if (rule.codes.length > 0 && !rule.codes.some((code) => codes.has(code))) return false;
  return needed.every((literal) => seen.has(literal)) && !absent.some((literal) => seen.has(literal));
}
