import { describe, expect, test } from "vitest";
import { compileLayout } from "../../src/log/layout.js";
import { createFields, createLayoutMatcher } from "../../src/log/match-layout.js";
import { createTimeScanner } from "../../src/log/time-scanner.js";

const match = createLayoutMatcher(createTimeScanner());
const LAYOUT = compileLayout("{upstream:list} {behind:list} {id}");

/** The status of the last server behind; undefined when the line has another layout. */
function behindIn(line: string): number | undefined {
  const bytes = new TextEncoder().encode(line);
  const fields = createFields();
  return match(LAYOUT, bytes, 0, bytes.length, fields) === bytes.length ? fields.behind : undefined;
}

describe("a list", () => {
  test.each([
    ["10.0.0.5:80 502 8a1f", 502],
    ["10.0.0.5:80, 10.0.0.6:80 502, 503 8a1f", 503],
    ["10.0.0.5:80 : 10.0.0.6:80, 10.0.0.7:80 502 : 504, 500 8a1f", 500],
    ["10.0.0.5:80, 10.0.0.6:80 504, - 8a1f", 0],
    ["- - 8a1f", 0],
  ])("%s: the last status is %i", (line, status) => {
    expect(behindIn(line)).toBe(status);
  });

  test.each(["10.0.0.5:80, 10.0.0.6:80 0.000, 0.001 8a1f", "10.0.0.5:80, 502 8a1f", "10.0.0.5:80 502,", "10.0.0.5:80"])(
    "no statuses at its place: %s",
    (line) => {
      expect(behindIn(line)).toBeUndefined();
    },
  );
});
