import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import { createKnowledge, type Knowledge } from "./knowledge.js";
import { createLogReader } from "./log-reader.js";
import type { LogReport } from "./log-report.js";

/** What is read of a paste, in UTF-16 code units. */
export const PASTE_MAX_CHARS = 4 * 1024 * 1024;

/** Returns the scan: a report where the text is a log or an error that tells of statuses, undefined where it is not. */
export function createLogScan(catalog: Catalog): (text: string) => LogReport | undefined {
  let knowledge: Knowledge | undefined;
  const marks = lazy(() => catalog.logs.formats.flatMap(({ named }) => (named ? [named.mark] : [])));
  return (text) => {
    if (!couldBeLog(text, marks)) return undefined;
    knowledge ??= createKnowledge(catalog);
    const reader = createLogReader(catalog, knowledge);
    reader.push(new TextEncoder().encode(text.slice(0, PASTE_MAX_CHARS)));
    const report = reader.end();
    return report && { ...report, complete: text.length <= PASTE_MAX_CHARS };
  };
}

/** A line of a log is longer than this; most questions are shorter, and cost nothing here. */
const LINE_MIN_CHARS = 12;

function couldBeLog(text: string, marks: () => readonly string[]): boolean {
  if (text.length < LINE_MIN_CHARS) return false;
  if (/[1-9]\d\d/.test(text)) return true;
  const folded = text.toLowerCase();
  return marks().some((mark) => folded.includes(mark));
}
