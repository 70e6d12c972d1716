/** What stands in front of a line: a container's name, a time, a level. */
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

const TIME = SLOTS.indexOf("time") * 2;

export function createFrontReader({ match, time, fronts }: CompiledRecords, reading: LineReading): FrontReader {
  const front = createFields();

  function skip(layout: Layout, bytes: Uint8Array, at: number, end: number): number {
    const after = match(layout, bytes, at, end, front);
    if (after > at && reading.timeAt < 0 && (front.spans[TIME + 1] ?? 0) > 0) reading.timeAt = front.spans[TIME] ?? -1;
    return after;
  }

  return {
    skip,
    first: (bytes, at, end, marks) => {
      for (const { layout } of fronts(bytes[at] ?? 0, marks, time.scan(bytes, at, end) > 0)) {
        const after = skip(layout, bytes, at, end);
        if (after > at && after < end) return { layout, after };
      }
      return undefined;
    },
  };
}
