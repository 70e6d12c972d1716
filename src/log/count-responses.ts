/** Counts a response that a line tells of for the first time: in the tally, and in what shows a recovery. */
import type { Announcement, Announcements } from "./announcements.js";
import type { CurrentLine } from "./current-line.js";
import { createPathFolder } from "./fold-path.js";
import type { LineFacts } from "./line-facts.js";
import type { LineReading } from "./line-reading.js";
import { createMethodNames } from "./method-names.js";
import type { MomentReader } from "./moments.js";
import { hashPath } from "./path-hash.js";
import { createRecoveryTracker, type RecoveryTracker, type RequestPlace } from "./recovery.js";
import type { RequestSpan } from "./request.js";
import { createTally, type Tally } from "./tally.js";

export interface ResponseCounter {
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
): ResponseCounter {
  const tally = createTally();
  const recovery = createRecoveryTracker();
  const fold = createPathFolder();
  const methods = createMethodNames();
  const { clean } = line;

  function placeOf({ bytes, span: { pathFrom, pathTo } }: Announcement): RequestPlace {
    return { path: fold(bytes, pathFrom, pathTo), exact: hashPath(bytes, pathFrom, pathTo) };
  }

  function methodOf({ bytes, span }: Announcement): string {
    return methods.nameAt(bytes, span);
  }

  function countSuccess(code: number, request: Announcement): void {
    tally.addSuccess(code, line.number);
    if (code >= 300 || !recovery.wantsPlace()) return; // a redirect may lead to a page that says sorry
    recovery.takeSuccess(methodOf(request), placeOf(request));
  }

  function countFailure(code: number, owner: string, behind: number, request: Announcement): void {
    const [method, place, when] = [methodOf(request), placeOf(request), facts.moment(line.number)];
    tally.addFailure({ code, owner, method, path: place.path, behind }, when);
    recovery.takeFailure(code, method, place, when);
  }

  return {
    tally,
    recovery,
    count: (code, owner, behind, span) => {
      moments.note(line.raw, clean, line.number, reading);
      const before = announced.answer(code);
      const request = span.pathTo === 0 && before ? before : { bytes: clean.bytes, span };
      if (code < 400) countSuccess(code, request);
      else countFailure(code, owner, behind, request);
    },
  };
}
