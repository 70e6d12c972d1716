/** As what a log was read, and how much of it: "Read as nginx access and error log, all 12 lines". */
import type { Catalog } from "../catalog/catalog.js";
import type { LogFormat } from "../catalog/types.js";
import type { LogReport } from "../log/log-report.js";
import { formatCount } from "./log-numbers.js";
import { enumerate } from "./wording.js";

const WRITERS_MAX = 3;

export function describeReading(catalog: Catalog, report: LogReport): string {
  const formats = report.readAs.flatMap(({ format }) => catalog.logs.formats.find(({ id }) => id === format) ?? []);
  return `${describeFormats(formats)}, ${describeAmount(report)}${describeLongLines(report)}.`;
}

function describeAmount({ lines, complete }: LogReport): string {
  if (!complete) return `the first ${formatCount(lines)} lines; what comes after them was not read`;
  return lines === 1 ? "one line" : `all ${formatCount(lines)} lines`;
}

function describeLongLines({ longLines }: LogReport): string {
  if (longLines === 0) return "";
  return longLines === 1
    ? "; one line was too long to read whole"
    : `; ${formatCount(longLines)} were too long to read whole`;
}

function describeFormats(formats: readonly LogFormat[]): string {
  const byWriter = new Map<string, LogFormat[]>();
  for (const format of formats) {
    const writer = format.writer || likelyWriter(format, formats);
    byWriter.set(writer, [...(byWriter.get(writer) ?? []), format]);
  }
  const named = [...byWriter].slice(0, WRITERS_MAX).map(([writer, own]) => `${writer} ${joinNames(own)}`.trim());
  return named.length > 0 ? `Read as ${enumerate(named)}` : "Read as text";
}

/** Many write the common format; beside one writer's other log it is most likely theirs. */
function likelyWriter({ role }: LogFormat, formats: readonly LogFormat[]): string {
  const writers = new Set(formats.map(({ writer }) => writer).filter(Boolean));
  const [only] = writers;
  const hasErrorLog = formats.some((format) => format.role === "error" && format.writer === only);
  return role === "access" && writers.size === 1 && hasErrorLog ? (only ?? "") : "";
}

/** "access and error log" */
function joinNames(formats: readonly LogFormat[]): string {
  const names = [...new Set(formats.map(({ name }) => name))].sort();
  if (!names.every((name) => name.endsWith(" log"))) return enumerate(names);
  return `${enumerate(names.map((name) => name.slice(0, -" log".length)))} log`;
}
