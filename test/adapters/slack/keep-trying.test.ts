import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jitteredWaitMs, keepTrying } from "../../../adapters/slack/keep-trying.js";

describe("keepTrying", () => {
  it("never waits for as long as a second, however often it failed", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const waitMs = jitteredWaitMs(failures, () => random);
        expect(waitMs).toBeGreaterThanOrEqual(25);
        expect(waitMs).toBeLessThanOrEqual(800);
      }),
    );
  });

  it("waits as long as it is asked to", async () => {
    const [started, waits] = [Date.now(), [300, undefined]];
    const attempt = () => (waits.length > 0 ? Promise.reject(new Error("not yet")) : Promise.resolve("there"));
    const stopped = new AbortController().signal;
    const endeavour = { attempt, isFinal: () => false, askedWaitMs: () => waits.shift(), onTrouble: () => {}, stopped };
    expect(await keepTrying(endeavour)).toBe("there");
    expect(Date.now() - started).toBeGreaterThanOrEqual(299);
  });
});
