/** Adds up what the lines tell: per status, per place, before and after, over time. Memory stays bounded. */
import type { FoldedPath } from "./fold-path.js";
import { addIncident, type IncidentKey, type Incidents } from "./incidents.js";
import type { LogPart } from "./log-part.js";
import type { LogStatus, Place, Timeline } from "./log-report.js";
import type { Moment } from "./moments.js";
import { createTimelineCounter } from "./timeline.js";

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

export interface Tally extends LogPart {
  /** A response below 400; cheap. */
  addSuccess(code: number, line: number): void;
  addFailure(failure: Failure, moment: Moment): void;
  addUnanswered(): void;
  readonly responses: number;
  readonly failures: number;
  readonly unanswered: number;
  summarize(): TallySummary;
}

export interface TallySummary {
  readonly statuses: readonly CountedStatus[];
  readonly before: number;
  readonly after: number;
  readonly firstFailure: Moment | undefined;
  readonly lastFailure: Moment | undefined;
  timeline(from: number, to: number): Omit<Timeline, "from" | "to">;
}

/** A status with the owner that the log names, before the catalog is asked. */
export type CountedStatus = Omit<LogStatus, "key" | "first" | "last"> & {
  readonly owner: string;
  readonly first: Moment;
  readonly last: Moment;
  readonly incidents: Incidents;
};

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
const CODES = 1_000;

export function createTally(): Tally {
  const successes = new Float64Array(CODES);
  const successFirst = new Float64Array(CODES);
  const successLast = new Float64Array(CODES);
  const failed = new Map<number, Counted>();
  const timeline = createTimelineCounter();
  let [responses, failures, unanswered, before, after] = [0, 0, 0, 0, 0];
  let firstFailure: Moment | undefined;
  let lastFailure: Moment | undefined;

  return {
    get responses() {
      return responses;
    },
    get failures() {
      return failures;
    },
    get unanswered() {
      return unanswered;
    },
    addUnanswered: () => {
      unanswered += 1;
    },
    addSuccess: (code, line) => {
      responses += 1;
      if (failures === 0) before += 1;
      after += 1;
      if (successes[code] === 0) successFirst[code] = line;
      successes[code] = (successes[code] ?? 0) + 1;
      successLast[code] = line;
    },
    addFailure: (failure, moment) => {
      responses += 1;
      failures += 1;
      after = 0;
      firstFailure ??= moment;
      lastFailure = moment;
      if (moment.hasTime) timeline.add(moment.at);
      count(failed, failure, moment);
    },
    summarize: () => ({
      statuses: [
        ...[...failed.values()].sort(worstFirst).map(describeFailed),
        ...describeSuccesses(successes, successFirst, successLast),
      ],
      before,
      after,
      firstFailure,
      lastFailure,
      timeline: timeline.finish,
    }),
    forget: () => {
      successes.fill(0);
      failed.clear();
      timeline.forget();
      [responses, failures, unanswered, before, after] = [0, 0, 0, 0, 0];
      [firstFailure, lastFailure] = [undefined, undefined];
    },
  };
}

function count(failed: Map<number, Counted>, failure: Failure, moment: Moment): void {
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

/** The worse class first, then the more frequent, then the one that came first. */
function worstFirst(a: Counted, b: Counted): number {
  return severity(b.code) - severity(a.code) || b.count - a.count || a.first.line - b.first.line;
}

function severity(code: number): number {
  return Math.min(5, Math.floor(code / 100));
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

function describeSuccesses(counts: Float64Array, first: Float64Array, last: Float64Array): CountedStatus[] {
  const codes = [...counts.keys()].filter((code) => (counts[code] ?? 0) > 0);
  const moment = (line = 0): Moment => ({ line, at: 0, zone: 0, hasTime: false });
  return codes
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .map((code) => ({
      code,
      count: counts[code] ?? 0,
      first: moment(first[code]),
      last: moment(last[code]),
      owner: "",
      incidents: new Map(),
      places: [],
    }));
}
