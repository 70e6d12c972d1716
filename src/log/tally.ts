/** Adds up what the lines tell: per status, per place, before and after, over time. Memory stays bounded. */
import {
  type CountedStatus,
  countFailure,
  describeFailures,
  type FailedStatuses,
  type Failure,
} from "./failed-statuses.js";
import type { LogPart } from "./log-part.js";
import type { Timeline } from "./log-report.js";
import type { Moment } from "./moments.js";
import { createTimelineCounter } from "./timeline.js";

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

const CODES = 1_000;

export function createTally(): Tally {
  const successes = new Float64Array(CODES);
  const successFirst = new Float64Array(CODES);
  const successLast = new Float64Array(CODES);
  const failed: FailedStatuses = new Map();
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
      countFailure(failed, failure, moment);
    },
    summarize: () => ({
      statuses: [...describeFailures(failed), ...describeSuccesses(successes, successFirst, successLast)],
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

function describeSuccesses(counts: Float64Array, first: Float64Array, last: Float64Array): CountedStatus[] {
  const codes: number[] = [];
  for (let code = 0; code < CODES; code++) if ((counts[code] ?? 0) > 0) codes.push(code);
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
