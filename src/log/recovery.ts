/** Whether what failed had worked before and works again: successes around the failures, as far as the log's order shows. */
import type { FoldedPath } from "./fold-path.js";
import type { Successes } from "./log-report.js";
import type { Moment } from "./moments.js";

export interface RecoveryTracker {
  /** Whether the place of the success that comes next would tell something; finding it out costs time. */
  wantsPlace(): boolean;
  takeSuccess(method: string, place: RequestPlace): void;
  takeFailure(code: number, method: string, place: RequestPlace, moment: Moment): void;
  /** `first` and `last` are the log's own; the counts are in the order of its lines. */
  found(counts: { before: number; after: number }, first: Moment | undefined, last: Moment | undefined): Recovery;
}

/** Where a request went: its folded path, and a hash of the path as it stood. */
export interface RequestPlace {
  readonly path: FoldedPath;
  readonly exact: number;
}

/** `backward`: the newest line comes first. */
export type Order = "forward" | "backward" | "none";

export interface Recovery {
  readonly before: Successes;
  readonly after: Successes;
  readonly order: Order;
}

/** So many successes at the beginning, and so many after each of so many failures, are looked at. */
const BEFORE_MAX = 64;
const AFTER_MAX = 32;
const FEW_FAILURES = 64;
const AFTER_MANY_MAX = 4;
const FAILURES_MAX = 1_000;
const PLACES_MAX = 1_000;
/** Lines are written when a request ends or begins, and by several processes: so far from their order they may be. */
const JITTER_MS = 2_000;

const NONE: Successes = { count: 0, atFailedPlace: false };

export function createRecoveryTracker(): RecoveryTracker {
  const before = new Set<string>();
  const after = new Set<string>();
  const failed = new Set<string>();
  const order = createOrderTracker();
  let [failures, looked, worst] = [0, 0, 0];
  return {
    wantsPlace: () => looked < lookedMax(failures),
    takeSuccess: (method, place) => {
      looked += 1;
      const side = failures === 0 ? before : after;
      for (const isFolded of [true, false]) side.add(keyOf(method, place, isFolded));
    },
    takeFailure: (code, method, place, moment) => {
      order.take(moment);
      const severity = Math.min(5, Math.floor(code / 100));
      if (severity < worst) return; // a 404 on the way says nothing about the 502s
      if (severity > worst) failed.clear();
      worst = severity;
      failures += 1;
      looked = 0;
      after.clear();
      if (place.path.text !== "" && failed.size < PLACES_MAX) failed.add(keyOf(method, place, isAtGateway(code)));
    },
    found: (counts, first, last) => {
      const direction = order.of(first, last);
      const meets = (places: ReadonlySet<string>) => [...places].some((place) => failed.has(place));
      const sides = [
        { count: counts.before, atFailedPlace: meets(before) },
        { count: counts.after, atFailedPlace: meets(after) },
      ] as const;
      switch (direction) {
        case "forward":
          return { before: sides[0], after: sides[1], order: direction };
        case "backward":
          return { before: sides[1], after: sides[0], order: direction };
        case "none":
          return { before: NONE, after: NONE, order: direction };
      }
    },
  };
}

/** The more has failed, the less can one success say. */
function lookedMax(failures: number): number {
  if (failures === 0) return BEFORE_MAX;
  if (failures <= FEW_FAILURES) return AFTER_MAX;
  return failures < FAILURES_MAX ? AFTER_MANY_MAX : 0;
}

/** Behind a gateway one app answers for all ids of a path; what fails inside it may fail for one of them only. */
function isAtGateway(code: number): boolean {
  return (code >= 502 && code <= 504) || code >= 520;
}

function keyOf(method: string, { path, exact }: RequestPlace, isFolded: boolean): string {
  return isFolded ? `${method} ${path.text}` : `${method} #${exact}`;
}

/** In which order of time the lines stand. Lines without times are taken as they stand. */
function createOrderTracker() {
  let previous: Moment | undefined;
  let [forward, backward] = [true, true];
  function take(moment: Moment): void {
    if (!moment.hasTime) return;
    if (previous && moment.at < previous.at - JITTER_MS) forward = false;
    if (previous && moment.at > previous.at + JITTER_MS) backward = false;
    previous = moment;
  }
  return {
    take,
    of: (first: Moment | undefined, last: Moment | undefined): Order => {
      if (first?.hasTime && last?.hasTime) {
        if (last.at < first.at - JITTER_MS) forward = false;
        if (last.at > first.at + JITTER_MS) backward = false;
      }
      if (forward) return "forward";
      return backward ? "backward" : "none";
    },
  };
}
