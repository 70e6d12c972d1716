import { createFields, type Fields } from "./match-layout.js";

/** What a line turned out to be. Written over by the next line. */
export interface LineReading {
  /** Index of the format, -1 when the line has none. */
  format: number;
  readonly fields: Fields;
  /** Statuses of further records on the same line. */
  more: readonly number[];
  /** Where the line begins behind its prefixes. */
  body: number;
  /** Where its time stands; -1 when none has been met. */
  timeAt: number;
}

const NOTHING_MORE: readonly number[] = [];

export function createLineReading(): LineReading {
  return { format: -1, fields: createFields(), more: NOTHING_MORE, body: 0, timeAt: -1 };
}

/** Forgets the line before; the next one begins at `start`. */
export function beginReading(reading: LineReading, start: number): void {
  reading.format = -1;
  reading.body = start;
  reading.timeAt = -1;
  reading.more = NOTHING_MORE;
}

/** The line is a record of this format. Always true, as the answer to whether it is one. */
export function settle(reading: LineReading, format: number, more: readonly number[] = NOTHING_MORE): true {
  reading.format = format;
  reading.more = more;
  return true;
}
