import { describe, expect, it } from "vitest";
import { createTimelineCounter } from "../../src/log/timeline.js";

const MINUTE = 60_000;

function count(times: readonly number[], from: number, to: number) {
  const counter = createTimelineCounter();
  for (const time of times) counter.add(time);
  return counter.finish(from, to);
}

describe("the timeline", () => {
  it("counts failures in intervals that people count in, from the first time to the last", () => {
    const { stepMs, failures } = count([0, 10, 61_000], 0, 10 * MINUTE);
    expect(stepMs).toBe(30_000);
    expect(failures).toHaveLength(21);
    expect([failures[0], failures[2]]).toEqual([2, 1]);
  });

  it("loses no failure however long the log is", () => {
    const times = Array.from({ length: 5_000 }, (_, index) => index * 37_000);
    const { failures } = count(times, 0, times.at(-1) ?? 0);
    expect(failures.reduce((sum, number) => sum + number, 0)).toBe(5_000);
    expect(failures.length).toBeLessThanOrEqual(31);
  });

  it("keeps failures that are out of order", () => {
    const { failures } = count([5 * MINUTE, MINUTE, 9 * MINUTE], 0, 10 * MINUTE);
    expect(failures.reduce((sum, number) => sum + number, 0)).toBe(3);
  });
});
