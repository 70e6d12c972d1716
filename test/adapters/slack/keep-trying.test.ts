import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jitteredWaitMs, keepTrying, waitMs } from "../../../adapters/slack/keep-trying.js";

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

  it("waits at least as long as it is asked to, but never for ever, and never not at all", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1e12, noNaN: true }), (failures, asked) => {
        const wait = waitMs(failures, asked);
        expect(wait).toBeGreaterThanOrEqual(Math.min(Math.max(asked, 25), 60_000));
        expect(wait).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  it("makes no storm when it is asked to wait for no time", async () => {
    let attempts = 0;
    const stopping = new AbortController();
    const attempt = () => {
      attempts += 1;
      return Promise.reject(new Error("not yet"));
    };
    const endeavour = { attempt, isFinal: () => false, askedWaitMs: () => 0, onTrouble: () => {} };
    setTimeout(() => stopping.abort(new Error("enough")), 500);
    await expect(keepTrying({ ...endeavour, stopped: stopping.signal })).rejects.toThrow("enough");
    expect(attempts).toBeLessThan(10);
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
