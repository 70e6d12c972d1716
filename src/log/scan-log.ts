import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import { type Evidence, findEvidence } from "./find-evidence.js";
import type { LogReport, LogStatus } from "./log-report.js";

/** What is read of a paste, in UTF-16 code units; and of a line, so that no line can be slow. */
const PASTE_MAX_CHARS = 1024 * 1024;
const LINE_MAX_CHARS = 8 * 1024;

/** "status=502" is the shortest evidence there is. */
const TEXT_MIN_CHARS = 10;

/** Starts like a line that a machine wrote: a time, a level, an address, a brace, a bracket. */
const MACHINE_LINE =
  /^\s*(?:\[|\{|HTTP\/\d|curl: |status=|\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\b|(?:[A-Z][a-z]{2} ){1,2}\s?\d{1,2} |(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL|error|warning|fatal)\b:?|[*<>] |\S+(?:Error|Exception): |Traceback )/;

/** Returns the scan: a report where the text is a log or an error that tells of statuses, undefined where it is not. */
export function createLogScan(catalog: Catalog): (text: string) => LogReport | undefined {
  const phrases = lazy(() => {
    const registered = catalog.statuses.filter((status) => status.owner === "iana");
    return new Map(registered.map((status) => [status.code, status.phrase ?? ""]));
  });
  return (text) => {
    if (text.length < TEXT_MIN_CHARS) return undefined;
    const lines = text.slice(0, PASTE_MAX_CHARS).split(/\r?\n/);
    const seen = lines.flatMap((line, index) => {
      const evidence = findEvidence(line.slice(0, LINE_MAX_CHARS), phrases());
      return evidence ? [{ ...evidence, line: index + 1 }] : [];
    });
    return looksPasted(lines, seen) ? report(lines.length, seen) : undefined;
  };
}

/** A shorter line with a mention is a code and its name: a question. */
const LINE_MIN_CHARS = 40;

type Sighting = Evidence & { readonly line: number };

/** One record is enough where a machine wrote it; mentions need a second line, or the look of a log. */
function looksPasted(lines: readonly string[], seen: readonly Sighting[]): boolean {
  if (seen.length === 0) return false;
  if (seen.length > 1 && lines.length > 1) return true;
  const line = lines[(seen[0]?.line ?? 1) - 1] ?? "";
  return MACHINE_LINE.test(line) && (seen[0]?.kind === "record" || line.length > LINE_MIN_CHARS);
}

function report(lines: number, seen: readonly Sighting[]): LogReport {
  const byCode = new Map<number, LogStatus>();
  for (const { code, line } of seen) {
    const known = byCode.get(code) ?? { code, count: 0, firstLine: line };
    byCode.set(code, { ...known, count: known.count + 1 });
  }
  const statuses = [...byCode.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count || b.code - a.code);
  const failures = seen.filter(({ code }) => code >= 400).length;
  return { lines, total: seen.length, failures, statuses };
}

function rank({ code }: LogStatus): number {
  return code >= 400 ? 0 : 1;
}
