/** Counts a response that a line tells of for the first time: in the tally, and in what shows a recovery. */
import type { Announcements } from "./announcements.js";
import type { CurrentLine } from "./current-line.js";
import type { EventTracker } from "./events.js";
import type { LineFacts } from "./line-facts.js";
import type { LineReading } from "./line-reading.js";
import type { LogPart } from "./log-part.js";
import type { MomentReader } from "./moments.js";
import { createRecoveryTracker, type RecoveryTracker } from "./recovery.js";
import type { RequestSpan } from "./request.js";
import { createPlaceReader } from "./request-place.js";
import { createTally, type Tally } from "./tally.js";

export interface ResponseCounter extends LogPart {
  readonly tally: Tally;
  readonly recovery: RecoveryTracker;
  /** `owner`: whose code it is, empty where the log does not tell. `behind`: see Failure. */
  count(code: number, owner: string, behind: number, span: RequestSpan): void;
}

export function createResponseCounter(
  line: CurrentLine,
  reading: LineReading,
  facts: LineFacts,
  moments: MomentReader,
  announced: Announcements,
  events: EventTracker,
): ResponseCounter {
  const tally = createTally();
  const places = createPlaceReader();
  const recovery = createRecoveryTracker(places.read);
  const { clean } = line;

  function countSuccess(code: number, bytes: Uint8Array, span: RequestSpan): void {
    tally.addSuccess(code, line.number);
    if (code < 300) recovery.takeSuccess(bytes, span); // a redirect may lead to a page that says sorry
  }

  function countFailure(code: number, owner: string, behind: number, bytes: Uint8Array, span: RequestSpan): void {
    const [place, when] = [places.read(bytes, span), facts.moment(line.number)];
    events.takePath(place.exact);
    tally.addFailure({ code, owner, method: place.method, path: place.path, behind, incident: events.incident }, when);
    recovery.takeFailure(code, place, when);
  }

  return {
    tally,
    recovery,
    count: (code, owner, behind, span) => {
      moments.note(line.raw, clean, line.number, reading);
      const before = announced.answer(code);
      const { bytes, span: request } = span.pathTo === 0 && before ? before : { bytes: clean.bytes, span };
      if (code < 400) countSuccess(code, bytes, request);
      else countFailure(code, owner, behind, bytes, request);
    },
    forget: () => {
      for (const part of [tally, recovery, places]) part.forget();
    },
  };
}
