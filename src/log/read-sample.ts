import type { LogReport } from "./log-report.js";

/** What the samples of the data files are read by. */
export type ReadSample = (text: string) => LogReport | undefined;

/** The same keys with the same values, in any order. */
export function sameEntries(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
