import { createTelling, type OnceCounter } from "./count-once.js";
import type { Continuation } from "./events.js";
import type { LineFacts } from "./line-facts.js";
import type { Fields } from "./match-layout.js";
import type { Moment } from "./moments.js";

export interface Teller {
  /** True when nothing before the record that has just been read told of its response. */
  record(code: number, source: number, line: number, continuation: Continuation): boolean;
  /** The same for a mention. `shape`: what tells two wordings apart, see Telling. */
  mention(code: number, source: number, line: number, continuation: Continuation, shape: number): boolean;
}

function clockOf({ hasTime, at, zone }: Moment): number {
  return hasTime ? at + zone : Number.NaN;
}

/** Asks the counter with all that is known of the line. */
export function createTeller(once: OnceCounter, facts: LineFacts, fields: Fields): Teller {
  const telling = createTelling();

  function tell(code: number, source: number, line: number, continuation: Continuation, shape: number): boolean {
    const isRecord = shape === 0;
    telling.code = code;
    telling.source = source;
    telling.path = facts.pathHash(isRecord);
    telling.host = facts.hostHash(isRecord);
    telling.shape = shape;
    telling.id = isRecord && code >= 400 ? facts.requestId() : 0; // loggers repeat themselves over failures only
    telling.fieldNames = isRecord ? fields.names : 0;
    telling.clock = code >= 400 ? clockOf(facts.moment(line)) : Number.NaN;
    telling.line = line;
    telling.continuation = continuation;
    return once.isNew(telling);
  }

  return {
    record: (code, source, line, continuation) => tell(code, source, line, continuation, 0),
    mention: tell,
  };
}
