/** What stands in front of a line: a container's name, a time, a level. */
import { is, LETTER } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import type { CompiledRecords } from "./compile-records.js";
import { type Layout, SLOTS } from "./layout.js";
import type { LineReading } from "./line-reading.js";
import { createFields } from "./match-layout.js";

export interface FrontReader {
  /** The position after a prefix at `at`, or -1. Notes the first time that it meets. */
  skip(layout: Layout, bytes: Uint8Array, at: number, end: number): number;
  /** The prefix at `at`, and the position after it; undefined when there is none, or nothing behind it. */
  first(bytes: Uint8Array, at: number, end: number, marks: number): Front | undefined;
}

export interface Front {
  readonly layout: Layout;
  readonly after: number;
}

/** Loggers pad levels: "INFO  message" below "ERROR message" is not indented. */
function endsInLevel(layout: Layout): boolean {
  if (layout.at(-1)?.kind !== "blanks") return false;
  const level = layout.at(-2);
  return level?.kind === "field" && level.type === "level";
}

/** To so many bytes levels are padded, with the blank behind them: "%-5s ", "%-7s ", "%-8s ". */
const LEVEL_WIDTHS = [6, 8, 9];

/** Past more blanks behind a level that ends, with one blank, at `at`, if they bring it to such a width; else `at`. */
function skipPadding(bytes: Uint8Array, at: number, end: number): number {
  let from = at - 1;
  while (from > 0 && is(bytes[from - 1], LETTER)) from -= 1;
  const after = skipBlanks(bytes, at, end);
  return LEVEL_WIDTHS.includes(after - from) ? after : at;
}

const TIME = SLOTS.indexOf("time") * 2;

export function createFrontReader({ match, fronts }: CompiledRecords, reading: LineReading): FrontReader {
  const front = createFields();

  function skip(layout: Layout, bytes: Uint8Array, at: number, end: number): number {
    const matched = match(layout, bytes, at, end, front);
    const after = matched > at && endsInLevel(layout) ? skipPadding(bytes, matched, end) : matched;
    if (after > at && reading.timeAt < 0 && (front.spans[TIME + 1] ?? 0) > 0) reading.timeAt = front.spans[TIME] ?? -1;
    return after;
  }

  return {
    skip,
    first: (bytes, at, end, marks) => {
      for (const { layout } of fronts(bytes, at, end, marks)) {
        const after = skip(layout, bytes, at, end);
        if (after > at && after < end) return { layout, after };
      }
      return undefined;
    },
  };
}
