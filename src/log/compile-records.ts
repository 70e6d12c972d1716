/** The layouts, fields and columns of the catalog, compiled once for all logs that are read with it. */
import type { LogFormat, LogKnowledge } from "../catalog/types.js";
import { canBegin, compileLayout, type Layout } from "./layout.js";
import { createLayoutMatcher, type LayoutMatcher } from "./match-layout.js";
import { createFieldReader, type ReadFields } from "./read-fields.js";
import { marksOf } from "./survey-line.js";
import { createTimeScanner, type TimeScanner } from "./time-scanner.js";

/** What it holds between two lines does not matter: several logs may be read with it by turns. */
export interface CompiledRecords {
  readonly time: TimeScanner;
  readonly match: LayoutMatcher;
  readonly layouts: Shortlist;
  readonly fronts: Shortlist;
  readonly readJson: ReadFields;
  readonly readLogfmt: ReadFields;
  readonly tables: readonly Table[];
  /** The format whose layout stands in the log itself; -1 without one. */
  readonly writeOut: number;
}

/** A format whose header line names its columns, by its index. */
export interface Table {
  readonly columns: NonNullable<LogFormat["columns"]>;
  readonly format: number;
}

export interface Candidate {
  readonly format: number;
  readonly layout: Layout;
  /** Marks without which no line has this layout. */
  readonly marks: number;
}

/** Candidates that a line can have at all, by the byte that it begins with and the marks that it holds. */
export type Shortlist = (byte: number, marks: number) => readonly Candidate[];

/** Lines of one log share few sets of marks; more than this many shortlists are not kept. */
const SHORTLISTS_MAX = 4_096;
const MARKS_SPAN = 2 ** 24;

function createShortlist(candidates: readonly Candidate[]): Shortlist {
  const kept = new Map<number, readonly Candidate[]>();
  return (byte, marks) => {
    const key = byte * MARKS_SPAN + marks;
    const known = kept.get(key);
    if (known) return known;
    const list = candidates.filter(({ layout, marks: needed }) => (needed & ~marks) === 0 && canBegin(layout, byte));
    if (kept.size < SHORTLISTS_MAX) kept.set(key, list);
    return list;
  };
}

/** Throws on a layout that cannot be compiled. */
export function compileRecords({ formats, prefixes }: Pick<LogKnowledge, "formats" | "prefixes">): CompiledRecords {
  const time = createTimeScanner();
  return {
    time,
    match: createLayoutMatcher(time),
    layouts: createShortlist(formats.flatMap((format, index) => compileAll(format.layouts, index))),
    fronts: createShortlist(prefixes.flatMap((prefix, index) => compileAll(prefix.layouts, index))),
    readJson: createFieldReader(formats, "json"),
    readLogfmt: createFieldReader(formats, "logfmt"),
    writeOut: formats.findIndex(({ writtenOut }) => writtenOut),
    tables: formats.flatMap(({ columns }, format) => (columns ? [{ columns, format }] : [])),
  };
}

function compileAll(sources: readonly string[], format: number): Candidate[] {
  return sources.map((source) => {
    const literals = source.replace(/\{[^{}\s]+\}/g, "");
    const layout = compileLayout(source);
    const hasPath = layout.some((part) => part.kind === "field" && part.type === "path");
    return { format, layout, marks: marksOf(hasPath ? `${literals}/` : literals) };
  });
}
