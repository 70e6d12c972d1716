/** The layouts, fields and columns of the catalog, compiled once for all logs that are read with it. */
import type { LogFormat, LogKnowledge } from "../catalog/types.js";
import { skipBlanks } from "./blanks.js";
import { canBegin, compileLayout, type Layout, NO_TIME } from "./layout.js";
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

/**
 * Candidates that the text from `at` on can have at all, by the byte that it begins with, the time that it begins with and
 * the marks that the line holds.
 */
export type Shortlist = (bytes: Uint8Array, at: number, end: number, marks: number) => readonly Candidate[];

/** Lines of one log share few sets of marks; when there are more shortlists than this, they are made anew. */
const SHORTLISTS_MAX = 4_096;

function createShortlist(candidates: readonly Candidate[], time: TimeScanner): Shortlist {
  const beginnings = new Map<number, Map<number, readonly Candidate[]>>();
  let count = 0;

  function keep(beginning: number, marks: number, list: readonly Candidate[]): readonly Candidate[] {
    if (++count > SHORTLISTS_MAX) {
      beginnings.clear();
      count = 1;
    }
    const kept = beginnings.get(beginning) ?? new Map<number, readonly Candidate[]>();
    beginnings.set(beginning, kept.set(marks, list));
    return list;
  }

  return (bytes, at, end, marks) => {
    const byte = bytes[at] ?? 0;
    const behindTime = byteBehind(time.scan(bytes, at, end), bytes, end);
    const beginning = (behindTime + 1) * 256 + byte;
    const known = beginnings.get(beginning)?.get(marks);
    if (known) return known;
    const fits = ({ layout, marks: needed }: Candidate) =>
      (needed & ~marks) === 0 && canBegin(layout, byte, behindTime);
    return keep(beginning, marks, candidates.filter(fits));
  };
}

/** What stands behind a time that ends at `after`, and behind blanks; 0 for the end of the line. */
function byteBehind(after: number, bytes: Uint8Array, end: number): number {
  if (after < 0) return NO_TIME;
  const at = skipBlanks(bytes, after, end);
  return at < end ? (bytes[at] ?? 0) : 0;
}

/** Throws on a layout that cannot be compiled. */
export function compileRecords({ formats, prefixes }: Pick<LogKnowledge, "formats" | "prefixes">): CompiledRecords {
  const time = createTimeScanner();
  const shortlist = (entries: readonly { readonly layouts: readonly string[] }[]) =>
    createShortlist(
      entries.flatMap(({ layouts }, index) => compileAll(layouts, index)),
      time,
    );
  return {
    time,
    match: createLayoutMatcher(time),
    layouts: shortlist(formats),
    fronts: shortlist(prefixes),
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
