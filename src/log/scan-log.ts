import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import { createLogReader, type LogReader } from "./log-reader.js";
import type { LogReport } from "./log-report.js";

/** What is read of a paste, in UTF-16 code units. */
export const PASTE_MAX_CHARS = 4 * 1024 * 1024;

/** Returns the scan: a report where the text is a log or an error that tells of statuses, undefined where it is not. */
export function createLogScan(catalog: Catalog): (text: string) => LogReport | undefined {
  const marks = lazy(() => catalog.logs.formats.flatMap(({ named }) => (named ? [named.mark] : [])));
  const reader = lazy(() => createLogReader(catalog));
  return (text) => {
    if (!couldBeLog(text, marks)) return undefined;
    const report = read(reader(), new TextEncoder().encode(text.slice(0, PASTE_MAX_CHARS)));
    return report && { ...report, complete: text.length <= PASTE_MAX_CHARS };
  };
}

/** Ends the log whatever happens, so that the next one begins with nothing of it. */
function read(reader: LogReader, bytes: Uint8Array): LogReport | undefined {
  let report: LogReport | undefined;
  try {
    reader.push(bytes);
  } finally {
    report = reader.end();
  }
  return report;
}

/** A line of a log is longer than this; most questions are shorter, and cost nothing here. */
const LINE_MIN_CHARS = 12;

function couldBeLog(text: string, marks: () => readonly string[]): boolean {
  if (text.length < LINE_MIN_CHARS) return false;
  if (/[1-9]\d\d/.test(text)) return true;
  const folded = text.toLowerCase();
  return marks().some((mark) => folded.includes(mark));
}
