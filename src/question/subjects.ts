/** The statuses that a text names, by number or by name, in the order of the text. */
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { type Reading, resolveCode } from "./read-text.js";

export interface Subject {
  /** Several when a number or a name has several owners. */
  readonly statuses: readonly Status[];
  readonly by: "code" | "name";
  /** Offsets into the normalized text. */
  readonly start: number;
  readonly end: number;
}

export function findSubjects(catalog: Catalog, reading: Reading): Subject[] {
  const byName = reading.names.map((mention): Subject => ({ ...mention, by: "name" }));
  const byCode = reading.codes.map((mention): Subject => {
    const statuses = narrow(catalog, mention.code, byName) ?? resolveCode(catalog, mention, reading.owners);
    return { statuses, by: "code", start: mention.start, end: mention.end };
  });
  return [...byCode, ...byName].filter((subject) => subject.statuses.length > 0).sort((a, b) => a.start - b.start);
}

/** "508 resource limit is reached": the name beside a number tells whose it is. The registry's own needs no telling. */
function narrow(catalog: Catalog, code: number, names: readonly Subject[]): readonly Status[] | undefined {
  const named = new Set(names.flatMap(({ statuses }) => statuses));
  const known = catalog.statusesOf(code).filter((status) => named.has(status));
  return known.length > 0 && !known.some(({ owner }) => owner === "iana") ? known : undefined;
}

/** Whether two subjects can mean the same number. */
export function agree(a: Subject, b: Subject): boolean {
  return a.statuses.some((status) => b.statuses.some((other) => other.code === status.code));
}

/** One status a number, in the order of the subjects. */
export function distinctStatuses(subjects: readonly Subject[]): Status[] {
  const byCode = new Map<number, Status>();
  for (const { statuses } of subjects) {
    const status = statuses[0];
    if (status && !byCode.has(status.code)) byCode.set(status.code, status);
  }
  return [...byCode.values()];
}

/** One status a number; where it has several owners, the one that a written comparison is about. */
export function comparedStatuses(catalog: Catalog, subjects: readonly Subject[]): Status[] {
  const first = distinctStatuses(subjects);
  if (catalog.comparisonOf(first)) return first;
  return first.map((status) => {
    const others = first.filter((other) => other !== status);
    return catalog.statusesOf(status.code).find((own) => catalog.comparisonOf([own, ...others])) ?? status;
  });
}
