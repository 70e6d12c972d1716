import { describe, expect, test } from "vitest";
import { nearestStatuses } from "../../src/answer/nearest-statuses.js";
import { catalog } from "../catalog.js";

describe("nearestStatuses", () => {
  test.each([
    [299, [226, 208, 207]],
    [405, [405, 404, 406]],
    [4040, [404]],
    [5002, [502]],
    [40, [400]],
    [600, [500]],
  ])("offers for %d first what is closest", (code, expected) => {
    const nearest = nearestStatuses(catalog, code).map((status) => status.code);
    expect(nearest).toHaveLength(3);
    expect(nearest).toEqual(expect.arrayContaining(expected));
  });

  test("offers no code that nobody should send", () => {
    for (const code of [306, 305, 417, 419, 777]) {
      expect(nearestStatuses(catalog, code).map((status) => status.standing)).not.toContain("unused");
    }
  });
});
