/** Failures per interval, over any span of time in a fixed number of intervals: they double when time runs out of them. */

import type { LogPart } from "./log-part.js";
import type { Timeline } from "./log-report.js";

export interface TimelineCounter extends LogPart {
  /** A failure at a time in milliseconds. */
  add(at: number): void;
  /** The intervals from the first to the last time of the log. */
  finish(from: number, to: number): Omit<Timeline, "from" | "to">;
}

const INTERVALS = 60;
const SHOWN_MAX = 30;
const STEP_MIN_MS = 1_000;

export function createTimelineCounter(): TimelineCounter {
  const counts = new Float64Array(INTERVALS);
  let start = Number.NaN;
  let step = STEP_MIN_MS;

  function double(): void {
    for (let index = 0; index < INTERVALS; index++) {
      const twice = index * 2;
      counts[index] = twice < INTERVALS ? (counts[twice] ?? 0) + (counts[twice + 1] ?? 0) : 0;
    }
    step *= 2;
  }

  return {
    add: (at) => {
      if (Number.isNaN(start)) start = at;
      while (at - start >= step * INTERVALS) double();
      const index = Math.max(0, Math.floor((at - start) / step));
      counts[index] = (counts[index] ?? 0) + 1;
    },
    finish: (from, to) => spread(counts, start, step, Math.min(from, start), to),
    forget: () => {
      counts.fill(0);
      [start, step] = [Number.NaN, STEP_MIN_MS];
    },
  };
}

/** The counts over the whole span, in at most SHOWN_MAX intervals of a round length. */
function spread(
  counts: Float64Array,
  start: number,
  step: number,
  from: number,
  to: number,
): Omit<Timeline, "from" | "to"> {
  const stepMs = Math.max(step, roundStep((to - from + 1) / SHOWN_MAX));
  const shown = new Array<number>(Math.max(1, Math.ceil((to - from + 1) / stepMs))).fill(0);
  for (const [index, count] of counts.entries()) {
    const place = Math.min(shown.length - 1, Math.floor((start + index * step - from) / stepMs));
    if (count > 0) shown[place] = (shown[place] ?? 0) + count;
  }
  return { stepMs, failures: shown };
}

/** Seconds, minutes and hours that people count in. */
const ROUND_STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400].map(
  (seconds) => seconds * 1_000,
);

function roundStep(atLeast: number): number {
  return ROUND_STEPS_MS.find((step) => step >= atLeast) ?? Math.ceil(atLeast / 86_400_000) * 86_400_000;
}
