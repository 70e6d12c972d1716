/** Whether what failed had worked before and works again: successes around the failures, as far as the log's order shows. */
import type { LogPart } from "./log-part.js";
import type { Successes } from "./log-report.js";
import type { Moment } from "./moments.js";
import type { RequestSpan } from "./request.js";
import { createRequestNotes } from "./request-notes.js";
import type { PlaceReader, RequestPlace } from "./request-place.js";
import { severity } from "./severity.js";

export interface RecoveryTracker extends LogPart {
  takeSuccess(bytes: Uint8Array, span: RequestSpan): void;
  takeFailure(code: number, place: RequestPlace, moment: Moment): void;
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

/** So many successes at the beginning, and so many after a failure, are looked at. */
const BEFORE_MAX = 64;
const AFTER_MAX = 32;
const PLACES_MAX = 1_000;
/** Lines are written when a request ends or begins, and by several processes: so far from their order they may be. */
const JITTER_MS = 2_000;

const NONE: Successes = { count: 0, atFailedPlace: false };

export function createRecoveryTracker(placeOf: PlaceReader["read"]): RecoveryTracker {
  const before = createRequestNotes(BEFORE_MAX);
  const after = createRequestNotes(AFTER_MAX);
  const failed = new Set<string>();
  const order = createOrderTracker();
  let worst = 0;

  function isWhereItFailed(bytes: Uint8Array, span: RequestSpan): boolean {
    const place = placeOf(bytes, span);
    return failed.has(keyOf(place, true)) || failed.has(keyOf(place, false));
  }

  return {
    takeSuccess: (bytes, span) => (worst === 0 ? before : after).add(bytes, span),
    takeFailure: (code, place, moment) => {
      order.take(moment);
      const own = severity(code);
      if (own < worst) return; // a 404 on the way says nothing about the 502s
      if (own > worst) failed.clear();
      worst = own;
      after.clear();
      if (place.path.text !== "" && failed.size < PLACES_MAX) failed.add(keyOf(place, isAtGateway(code)));
    },
    found: (counts, first, last) => {
      const direction = order.of(first, last);
      const sides = [
        { count: counts.before, atFailedPlace: before.some(isWhereItFailed) },
        { count: counts.after, atFailedPlace: after.some(isWhereItFailed) },
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
    forget: () => {
      for (const requests of [before, after, failed]) requests.clear();
      worst = 0;
      order.forget();
    },
  };
}

/** Behind a gateway one app answers for all ids of a path; what fails inside it may fail for one of them only. */
function isAtGateway(code: number): boolean {
  return (code >= 502 && code <= 504) || code >= 520;
}

function keyOf({ method, path, exact }: RequestPlace, isFolded: boolean): string {
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
    forget: () => {
      previous = undefined;
      [forward, backward] = [true, true];
    },
  };
}
