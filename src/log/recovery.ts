/** Whether what failed had worked before and works again: successes around the failures, as far as the log's order shows. */
import type { FoldedPath } from "./fold-path.js";
import type { Successes } from "./log-report.js";
import type { Moment } from "./moments.js";

export interface RecoveryTracker {
  /** Whether the place of the success that comes next would tell something; finding it out costs time. */
  wantsPlace(): boolean;
  takeSuccess(method: string, path: FoldedPath): void;
  takeFailure(method: string, path: FoldedPath, moment: Moment): void;
  /** `first` and `last` are the log's own; the counts are in the order of its lines. */
  found(counts: { before: number; after: number }, first: Moment | undefined, last: Moment | undefined): Recovery;
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
  let [failures, looked] = [0, 0];
  return {
    wantsPlace: () => failures < FAILURES_MAX && looked < (failures === 0 ? BEFORE_MAX : AFTER_MAX),
    takeSuccess: (method, { text }) => {
      looked += 1;
      if (text !== "") (failures === 0 ? before : after).add(`${method} ${text}`);
    },
    takeFailure: (method, { text }, moment) => {
      failures += 1;
      looked = 0;
      after.clear();
      if (text !== "" && failed.size < PLACES_MAX) failed.add(`${method} ${text}`);
      order.take(moment);
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
