/** The failed statuses of a log: how many of each, where, and for which requests. */
import type { FoldedPath } from "./fold-path.js";
import { addIncident, type IncidentKey, type Incidents } from "./incidents.js";
import type { LogStatus, Place } from "./log-report.js";
import type { Moment } from "./moments.js";
import { severity } from "./severity.js";

/** A failed response that has been counted for the first time. */
export interface Failure {
  readonly code: number;
  /** Whose code it is; empty when the log does not tell. */
  readonly owner: string;
  readonly method: string;
  readonly path: FoldedPath;
  /** Status of the server behind; 0 when it gave none, -1 when the log does not tell. */
  readonly behind: number;
  readonly incident: IncidentKey;
}

/** A status with the owner that the log names, before the catalog is asked. */
export type CountedStatus = Omit<LogStatus, "key" | "first" | "last"> & {
  readonly owner: string;
  readonly first: Moment;
  readonly last: Moment;
  readonly incidents: Incidents;
};

/** By their codes. */
export type FailedStatuses = Map<number, Counted>;

interface Counted {
  readonly code: number;
  count: number;
  readonly first: Moment;
  last: Moment;
  owner: string;
  behindKnown: number;
  behindAgrees: number;
  readonly incidents: Incidents;
  readonly places: Map<string, CountedPlace>;
  readonly placeOf: Map<number, CountedPlace>;
}

interface CountedPlace {
  readonly method: string;
  readonly path: string;
  count: number;
}

/** Different places of one status; what comes later is counted without a place. */
const PLACES_MAX = 512;
const PLACES_SHOWN = 5;

export function countFailure(failed: FailedStatuses, failure: Failure, moment: Moment): void {
  const { code, owner, method, path, behind, incident } = failure;
  let entry = failed.get(code);
  if (!entry) {
    const none = { count: 0, behindKnown: 0, behindAgrees: 0 };
    const nowhere = { incidents: new Map(), places: new Map(), placeOf: new Map() };
    entry = { code, owner, first: moment, last: moment, ...none, ...nowhere };
    failed.set(code, entry);
  }
  entry.count += 1;
  entry.last = moment;
  entry.owner ||= owner;
  if (behind >= 0) entry.behindKnown += 1;
  if (behind === code) entry.behindAgrees += 1;
  addIncident(entry.incidents, incident);
  if (path.id !== 0) countPlace(entry, method, path);
}

const METHOD_LETTERS = 4;

/** Looks the place up by a number first: no string is made for a place that is known. */
function countPlace({ places, placeOf }: Counted, method: string, { text, id }: FoldedPath): void {
  let key = id;
  for (let index = 0; index < METHOD_LETTERS; index++) key = key * 32 + (method.charCodeAt(index) & 31);
  let place = placeOf.get(key) ?? places.get(`${method} ${text}`);
  if (!place) {
    if (places.size >= PLACES_MAX) return;
    place = { method, path: text, count: 0 };
    places.set(`${method} ${text}`, place);
  }
  if (!placeOf.has(key)) placeOf.set(key, place);
  place.count += 1;
}

function worstFirst(a: Counted, b: Counted): number {
  return severity(b.code) - severity(a.code) || b.count - a.count || a.first.line - b.first.line;
}

function describeFailed({
  code,
  count,
  first,
  last,
  owner,
  behindKnown,
  behindAgrees,
  incidents,
  places,
}: Counted): CountedStatus {
  const shown: Place[] = [...places.values()].sort((a, b) => b.count - a.count).slice(0, PLACES_SHOWN);
  const fromBehind = behindKnown > 0 && { fromBehind: behindAgrees };
  return { code, count, first, last, owner, incidents, places: shown, ...fromBehind };
}

/** The worst class first, then the most frequent, then the one that came first. */
export function describeFailures(failed: FailedStatuses): readonly CountedStatus[] {
  return [...failed.values()].sort(worstFirst).map(describeFailed);
}
