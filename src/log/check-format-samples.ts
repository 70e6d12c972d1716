/** Whether formats, prefixes, evidence and vetoes read their samples as their files say. */
import type { Problem } from "../catalog/read-data.js";
import type { LogKnowledge } from "../catalog/types.js";
import type { LogFiles } from "../catalog/validate-logs.js";
import { compileLayout } from "./layout.js";
import type { LogReport } from "./log-report.js";
import { createFields, createLayoutMatcher } from "./match-layout.js";
import { type ReadSample, sameEntries } from "./read-sample.js";
import { createSampleRecord, type SampleRecord } from "./sample-record.js";
import { createTimeScanner } from "./time-scanner.js";

/** `known`: all that samples are read with. */
export function checkFormatSamples(files: LogFiles, known: LogKnowledge, read: ReadSample): Problem[] {
  const { formats, prefixes, evidence, vetoes } = files;
  const readRecord = createSampleRecord(known);
  return [
    ...formats.flatMap((file) => checkFormat(file, read, readRecord)),
    ...prefixes.flatMap(checkPrefix),
    ...evidence.flatMap(({ path, entry }) => [
      ...entry.samples.flatMap(({ text, counts }, index) => wrongCounts(path, `samples.${index}`, counts, read(text))),
      ...silent(path, "nearMisses", entry.nearMisses, read),
    ]),
    ...vetoes.flatMap(({ path, entry }) => silent(path, "samples", entry.samples, read)),
  ];
}

type ReadRecord = (text: string) => SampleRecord | undefined;

function checkFormat(
  { path, entry }: LogFiles["formats"][number],
  read: ReadSample,
  readRecord: ReadRecord,
): Problem[] {
  const samples = entry.samples.flatMap((sample, index) => {
    const { text, counts, unanswered = 0, ...besides } = sample;
    const report = read(text);
    const field = `samples.${index}`;
    const isRead = report?.readAs.some(({ format }) => format === entry.id) === true;
    const record: Partial<Record<string, unknown>> = { ...readRecord(text) };
    return [
      ...(isRead ? [] : [{ path, field, reason: `is not read as ${entry.id}, but as ${readAs(report)}` }]),
      ...wrongCounts(path, field, counts, report),
      ...(unanswered === (report?.unanswered ?? 0)
        ? []
        : [{ path, field, reason: `has ${report?.unanswered ?? 0} requests without a status, not ${unanswered}` }]),
      ...Object.entries(besides).flatMap(([name, wanted]) =>
        record[name] === wanted
          ? []
          : [{ path, field: `${field}.${name}`, reason: `is read as ${JSON.stringify(record[name])}` }],
      ),
    ];
  });
  const misses = entry.nearMisses.flatMap((text, index) =>
    read(text)?.readAs.some(({ format }) => format === entry.id)
      ? [{ path, field: `nearMisses.${index}`, reason: `is read as ${entry.id}` }]
      : [],
  );
  return [...samples, ...misses];
}

function readAs(report: LogReport | undefined): string {
  return report?.readAs.map(({ format }) => format).join(", ") || "nothing";
}

function wrongCounts(path: string, field: string, wanted: Record<string, number>, report: LogReport | undefined) {
  const found = Object.fromEntries((report?.statuses ?? []).map(({ code, count }) => [String(code), count]));
  if (sameEntries(wanted, found)) return [];
  return [{ path, field, reason: `is read as ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}` }];
}

function silent(path: string, field: string, texts: readonly string[], read: ReadSample): Problem[] {
  return texts.flatMap((text, index) => wrongCounts(path, `${field}.${index}`, {}, read(text)));
}

function checkPrefix({ path, entry }: LogFiles["prefixes"][number]): Problem[] {
  const match = createLayoutMatcher(createTimeScanner());
  const layouts = entry.layouts.map(compileLayout);
  const restsOf = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    return layouts
      .map((layout) => match(layout, bytes, 0, bytes.length, createFields()))
      .filter((after) => after > 0)
      .map((after) => new TextDecoder().decode(bytes.subarray(after)));
  };
  return [
    ...entry.samples.flatMap(({ text, rest }, index) =>
      restsOf(text).includes(rest)
        ? []
        : [{ path, field: `samples.${index}`, reason: `leaves ${JSON.stringify(restsOf(text))}` }],
    ),
    ...entry.nearMisses.flatMap((text, index) =>
      restsOf(text).length === 0
        ? []
        : [{ path, field: `nearMisses.${index}`, reason: `leaves ${JSON.stringify(restsOf(text))}` }],
    ),
  ];
}
