/** The catalog in memory: the compiled data with the few look-ups that everything else needs. Immutable. */
import { lazy } from "./lazy.js";
import { statusKey } from "./status-key.js";
import type {
  CatalogData,
  ClassId,
  Comparison,
  Framework,
  Guide,
  Method,
  Owner,
  Situation,
  SnippetResponse,
  Status,
  StatusClass,
  Step,
  Subcode,
  Uncoded,
} from "./types.js";

/** Where a team looks when something fails. At least one of `status` (a key) and `path` (a pattern) is there. */
export interface Runbook {
  readonly status?: string;
  readonly path?: string;
  readonly label: string;
  readonly url: string;
}

/** A team's own rules over the catalog. */
export interface House {
  /** What the team is called on its cards. */
  readonly name: string;
  /** The framework whose code comes first, by its id. */
  readonly framework?: string;
  readonly runbooks: readonly Runbook[];
  /** The catalog's entries that are the team's. */
  readonly entries: ReadonlySet<object>;
}

export interface Catalog extends CatalogData {
  readonly house: House | undefined;
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
  /** Place of an owner among those of the same number: the registry first (0), then whom readers meet most. */
  rankOf(owner: string): number;
  situation(id: string): Situation | undefined;
  method(name: string): Method | undefined;
  guide(id: string): Guide | undefined;
  step(id: string): Step | undefined;
  /** "403.14" of iis, "1020" of cloudflare. */
  subcode(owner: string, code: string): Subcode | undefined;
  framework(id: string): Framework | undefined;
  /** What code sends for the status with this key, or why there is none; undefined for codes that others own. */
  response(key: string): SnippetResponse | Uncoded | undefined;
}

/** The registry goes before everybody (0); then whom readers meet most. */
const MET: Record<Owner["met"], number> = { daily: 1, often: 2, rarely: 3 };

/**
 * Wraps compiled data, of which each section is read only when it is needed: most questions need few. Looking up throws
 * when a class or owner is missing, which the build rules out.
 */
export function createCatalog(data: CatalogData, house?: House): Catalog {
  const owner = finder(
    () => data.owners,
    (entry) => entry.id,
  );
  const statusClass = finder(
    () => data.classes,
    (entry) => entry.id,
  );
  const rankOf = (id: string) => (id === "iana" ? 0 : MET[owner(id)?.met ?? "rarely"]);
  const byCode = lazy(() => groupByCode(data.statuses, rankOf));
  const comparison = finder(
    () => data.comparisons,
    (entry) => setKey(entry.of),
  );
  const subcode = finder(
    () => data.subcodes,
    (entry) => `${entry.owner} ${entry.code}`,
  );
  const lookUps = {
    house,
    rankOf,
    status: finder(() => data.statuses, statusKey),
    statusesOf: (code: number) => byCode().get(code) ?? [],
    statusClass: (id: ClassId) => required(statusClass(id), `class ${id}`),
    membersOf: (id: ClassId) => data.statuses.filter((status) => status.owner === "iana" && status.statusClass === id),
    comparisonOf: (statuses: readonly Status[]) => comparison(setKey(statuses.map(statusKey))),
    owner: (id: string) => required(owner(id), `owner ${id}`),
    situation: finder(
      () => data.situations,
      (entry) => entry.id,
    ),
    method: finder(
      () => data.methods,
      (entry) => entry.method,
    ),
    guide: finder(
      () => data.guides,
      (entry) => entry.id,
    ),
    step: finder(
      () => data.steps,
      (entry) => entry.id,
    ),
    subcode: (id: string, code: string) => subcode(`${id} ${code}`),
    framework: finder(
      () => data.frameworks,
      (entry) => entry.id,
    ),
    response: finder(
      () => data.responses,
      (entry) => entry.status,
    ),
  };
  return Object.defineProperties(lookUps, Object.getOwnPropertyDescriptors(data)) as typeof lookUps & CatalogData;
}

function finder<T>(entries: () => readonly T[], keyOf: (entry: T) => string): (key: string) => T | undefined {
  const byKey = lazy(() => new Map(entries().map((entry) => [keyOf(entry), entry])));
  return (key) => byKey().get(key);
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
