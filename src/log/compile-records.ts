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

/** Candidates that a line can have at all, by the byte that it begins with, the marks that it holds, and whether it begins with a time. */
export type Shortlist = (byte: number, marks: number, isTime: boolean) => readonly Candidate[];

/** Lines of one log share few sets of marks; when there are more shortlists than this, they are made anew. */
const SHORTLISTS_MAX = 4_096;

function createShortlist(candidates: readonly Candidate[]): Shortlist {
  const beginnings = Array.from({ length: 512 }, () => new Map<number, readonly Candidate[]>());
  let count = 0;

  function list(byte: number, marks: number, isTime: boolean): readonly Candidate[] {
    return candidates.filter(({ layout, marks: needed }) => (needed & ~marks) === 0 && canBegin(layout, byte, isTime));
  }

  return (byte, marks, isTime) => {
    const kept = beginnings[byte * 2 + (isTime ? 1 : 0)];
    const known = kept?.get(marks);
    if (known) return known;
    if (++count > SHORTLISTS_MAX) {
      for (const lists of beginnings) lists.clear();
      count = 1;
    }
    const made = list(byte, marks, isTime);
    kept?.set(marks, made);
    return made;
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
