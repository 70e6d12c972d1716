/** The time at a place, taken apart no more often than needed. */
import { NO_BYTES } from "./ascii.js";
import type { LogPart } from "./log-part.js";
import { matchTime } from "./match-time.js";
import { milliseconds, TIME_VALUES, ZONE } from "./time-fields.js";
import { createTimeShape } from "./time-shape.js";
import { templatesAt } from "./time-templates.js";

export interface TimeScanner extends LogPart {
  /** The position after the time that begins at `at`, or -1 when none does. */
  scan(bytes: Uint8Array, at: number, end: number): number;
  /** What `scan` found last, in milliseconds: since 1970 (UTC where no zone is written), without a date since midnight. */
  value(): number;
  /** To be called when bytes that were scanned may have changed or are no longer needed. */
  release(): void;
  /** Milliseconds that the written zone is ahead of UTC; 0 where none is written. */
  zone(): number;
}

export function createTimeScanner(): TimeScanner {
  const values = new Float64Array(TIME_VALUES);
  const last = { bytes: NO_BYTES, at: -1, end: -1, found: -1, isRead: true };
  const known = createTimeShape();

  function read(): void {
    if (last.isRead) return;
    last.isRead = true;
    scanTemplates(last.bytes, last.at, last.end, values);
  }

  function release(): void {
    last.bytes = NO_BYTES;
    last.isRead = true;
  }

  return {
    scan: (bytes, at, end) => {
      if (bytes === last.bytes && at === last.at && end === last.end) return last.found;
      last.bytes = bytes;
      last.at = at;
      last.end = end;
      const alike = known.match(bytes, at, end);
      last.isRead = alike < 0;
      last.found = alike < 0 ? scanTemplates(bytes, at, end, values) : alike;
      if (last.isRead && last.found > 0) known.learn(bytes, at, last.found);
      return last.found;
    },
    value: () => {
      read();
      return milliseconds(values);
    },
    zone: () => {
      read();
      return values[ZONE] ?? 0;
    },
    release,
    forget: () => {
      release();
      known.forget();
    },
  };
}

/** Many layouts begin with a time: the same place is scanned once. */
function scanTemplates(bytes: Uint8Array, at: number, end: number, values: Float64Array): number {
  for (const template of templatesAt(bytes, at, end)) {
    const after = matchTime(template, bytes, at, end, values);
    if (after >= 0) return after;
  }
  return -1;
}
