/** When a line was written, asked for only where it matters, and when the log begins and ends. */
import { NO_BYTES } from "./ascii.js";
import type { CleanLine } from "./clean-line.js";
import { findTime } from "./find-time.js";
import { SLOTS } from "./layout.js";
import type { LineReading } from "./line-reading.js";
import type { LogPart } from "./log-part.js";
import type { LogMoment } from "./log-report.js";
import type { TimeScanner } from "./time-scanner.js";

/** A moment as it is counted with; `describeMoment` makes it readable. */
export interface Moment {
  readonly line: number;
  readonly hasTime: boolean;
  /** Milliseconds since 1970, or since midnight where there is no date. */
  readonly at: number;
  /** Milliseconds that the written zone is ahead of UTC. */
  readonly zone: number;
}

export interface MomentReader extends LogPart {
  read(line: CleanLine, number: number, reading: LineReading): Moment;
  /** A line that tells of a response, as it came and as it was cleaned; the first and the last are kept. */
  note(raw: CleanLine, clean: CleanLine, number: number, reading: LineReading): void;
  first(): Moment | undefined;
  last(): Moment | undefined;
}

const TIME = SLOTS.indexOf("time") * 2;

export function createMomentReader(time: TimeScanner): MomentReader {
  let first: Moment | undefined;
  const kept = { bytes: NO_BYTES, start: 0, end: 0, number: 0, timeAt: -1 };

  function momentAt(line: CleanLine, number: number, timeAt: number): Moment {
    const known = timeAt >= 0 && time.scan(line.bytes, timeAt, line.end) > 0;
    if (!known && !findTime(time, line.bytes, line.start, line.end))
      return { line: number, hasTime: false, at: 0, zone: 0 };
    return { line: number, hasTime: true, at: time.value(), zone: time.zone() };
  }

  return {
    read: (line, number, reading) => momentAt(line, number, timeOf(reading)),
    note: (raw, clean, number, reading) => {
      first ??= momentAt(clean, number, timeOf(reading));
      kept.bytes = raw.bytes;
      kept.start = raw.start;
      kept.end = raw.end;
      kept.number = number;
      kept.timeAt = raw.bytes === clean.bytes ? timeOf(reading) : -1;
    },
    first: () => first,
    last: () => {
      time.release();
      return kept.number > 0 ? momentAt(kept, kept.number, kept.timeAt) : undefined;
    },
    forget: () => {
      first = undefined;
      Object.assign(kept, { bytes: NO_BYTES, number: 0 });
    },
  };
}

/** Where the time of a line stands: in a field of its own, or in front; -1 when it has to be looked for. */
function timeOf({ format, fields, timeAt }: LineReading): number {
  const own = format >= 0 && (fields.spans[TIME + 1] ?? 0) > 0;
  return own ? (fields.spans[TIME] ?? -1) : timeAt;
}

export function describeMoment({ line, hasTime, at, zone }: Moment): LogMoment {
  return hasTime ? { line, at, clock: new Date(at + zone).toISOString().slice(11, 19) } : { line };
}
