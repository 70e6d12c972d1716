/** The catalog in memory: the compiled data with the few look-ups that everything else needs. Immutable. */
import { statusKey } from "./status-key.js";
import type {
  CatalogData,
  ClassId,
  Comparison,
  Framework,
  Owner,
  SnippetResponse,
  Status,
  StatusClass,
  Uncoded,
} from "./types.js";

export interface Catalog extends CatalogData {
  /** The entry with this key ("401", "nginx-499"), or undefined. */
  status(key: string): Status | undefined;
  /** Every entry for a number, the registered one first, then by owner. Empty when nobody uses the number. */
  statusesOf(code: number): readonly Status[];
  statusClass(id: ClassId): StatusClass;
  /** The registered statuses of a class, by code. */
  membersOf(id: ClassId): readonly Status[];
  /** The written comparison of exactly these statuses, in any order. */
  comparisonOf(statuses: readonly Status[]): Comparison | undefined;
  owner(id: string): Owner;
  framework(id: string): Framework;
  /** What code sends for the status with this key, or why there is none; undefined for codes that others own. */
  response(key: string): SnippetResponse | Uncoded | undefined;
}

/** The registry goes before everybody (0); then whom readers meet most. */
const MET: Record<Owner["met"], number> = { daily: 1, often: 2, rarely: 3 };

/** Wraps compiled data. Throws when a class or owner is missing, which the build rules out. */
export function createCatalog(data: CatalogData): Catalog {
  const owners = new Map(data.owners.map((owner) => [owner.id, owner]));
  const byKey = new Map(data.statuses.map((status) => [statusKey(status), status]));
  const byCode = groupByCode(data.statuses, (id) => (id === "iana" ? 0 : MET[owners.get(id)?.met ?? "rarely"]));
  const classes = new Map(data.classes.map((entry) => [entry.id, entry]));
  const comparisons = new Map(data.comparisons.map((entry) => [setKey(entry.of), entry]));
  const frameworks = new Map(data.frameworks.map((entry) => [entry.id, entry]));
  const responses = new Map(data.responses.map((entry) => [entry.status, entry]));
  return {
    ...data,
    status: (key) => byKey.get(key),
    statusesOf: (code) => byCode.get(code) ?? [],
    statusClass: (id) => required(classes.get(id), `class ${id}`),
    membersOf: (id) => data.statuses.filter((status) => status.owner === "iana" && status.statusClass === id),
    comparisonOf: (statuses) => comparisons.get(setKey(statuses.map(statusKey))),
    owner: (id) => required(owners.get(id), `owner ${id}`),
    framework: (id) => required(frameworks.get(id), `framework ${id}`),
    response: (key) => responses.get(key),
  };
}

function groupByCode(statuses: readonly Status[], rank: (owner: string) => number): Map<number, Status[]> {
  const groups = new Map<number, Status[]>();
  for (const status of statuses) groups.set(status.code, [...(groups.get(status.code) ?? []), status]);
  for (const group of groups.values()) group.sort((a, b) => rank(a.owner) - rank(b.owner));
  return groups;
}

function setKey(keys: readonly string[]): string {
  return [...keys].sort().join(" ");
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The catalog has no ${what}. Build it again: npm run build`);
  return value;
}
