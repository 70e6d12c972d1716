import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createTimeScanner } from "../../src/log/time-scanner.js";

/** The time at the beginning of a text, as ISO 8601, and what is left behind it. */
function scan(text: string): [string, string] | undefined {
  const bytes = new TextEncoder().encode(text);
  const scanner = createTimeScanner();
  const after = scanner.scan(bytes, 0, bytes.length);
  if (after < 0) return undefined;
  return [new Date(scanner.value()).toISOString(), new TextDecoder().decode(bytes.subarray(after))];
}

const TIME = "2026-11-21T03:14:07.000Z";

describe("times", () => {
  test.each([
    ["21/Nov/2026:03:14:07 +0000] x", TIME, "] x"],
    ["21/Nov/2026:04:14:07 +0100", TIME, ""],
    ["2026-11-21T03:14:07Z", TIME, ""],
    ["2026-11-21T03:14:07+00:00 x", TIME, " x"],
    ["2026-11-20T22:14:07-05:00", TIME, ""],
    ["2026-11-21 03:14:07", TIME, ""],
    ["2026-11-21 03:14:07,123 x", "2026-11-21T03:14:07.123Z", " x"],
    ["2026-11-21T03:14:07.123456789Z x", "2026-11-21T03:14:07.123Z", " x"],
    ["2026/11/21 03:14:07 [error]", TIME, " [error]"],
    ["Sat Nov 21 03:14:07 2026", TIME, ""],
    ["Sat, 21 Nov 2026 03:14:07", TIME, ""],
    ["11/21/2026, 3:14:07 AM - x", TIME, " - x"],
    ["11/21/2026 3:14:07 PM", "2026-11-21T15:14:07.000Z", ""],
    ["21.11.2026 03:14:07", TIME, ""],
    ["20261121 03:14:07", TIME, ""],
    ["261121 03:14:07", TIME, ""],
    ["1795230847 x", TIME, " x"],
    ["1795230847.250 x", "2026-11-21T03:14:07.250Z", " x"],
    ["1795230847250", "2026-11-21T03:14:07.250Z", ""],
    ["03:14:07 x", "1970-01-01T03:14:07.000Z", " x"],
    ["03:14:07.042", "1970-01-01T03:14:07.042Z", ""],
  ])("%s", (text, time, rest) => {
    expect(scan(text)).toEqual([time, rest]);
  });

  test.each([
    "404 Not Found",
    "2026",
    "21 November",
    "12:30",
    "99:99:99",
    "1234567",
    "Nov 21 is when",
    "2026-11-21",
    "10.0.0.1",
    "3:14",
  ])("%s is none", (text) => {
    expect(scan(text)).toBeUndefined();
  });

  it("are found in what JavaScript writes, to the millisecond", () => {
    const date = fc.date({ min: new Date("2001-10-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(date, (time) => {
        expect(scan(time.toISOString())).toEqual([time.toISOString(), ""]);
      }),
    );
  });
});
