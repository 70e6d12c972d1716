/** Which lines go on with what the line before began: stack frames, dumped objects, headers, the body of a page. */
import { ALNUM, BACKSLASH, COLON, is, LETTER, NO_BYTES } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import { createContinuity } from "./continuity.js";
import { eventKey, type IncidentKey } from "./incidents.js";
import type { LogPart } from "./log-part.js";
import { startsWith } from "./starts-with.js";

/**
 * `goes-on`: a part of what the line before began. `restates`: begins like an error of its own, but below the line of a
 * logger, which prints the error once more.
 */
export type Continuation = "begins" | "goes-on" | "restates";

export interface EventTracker extends LogPart {
  /**
   * Takes the next line; `body` is where it begins behind its prefixes. Says how it goes on with the line before.
   * A blank line ends headers and nothing else. `isOwn`: a line of an access log, which goes on with nothing. `isLent`: the
   * next line may be written over it.
   */
  take(bytes: Uint8Array, start: number, body: number, end: number, isOwn: boolean, isLent: boolean): Continuation;
  /** The line just taken is the status line of a response: header lines follow. */
  beginHeaders(): void;
  /** Something in the event has told of a status. */
  hasStatus: boolean;
  /** Stack frames belong to the event. */
  hasFrames: boolean;
  /** The request that the event is about. */
  readonly incident: IncidentKey;
  /** The event is about the request at this path; 0, where it is not known, changes nothing. */
  takePath(hash: number): void;
  /** The line that began the event, as the bytes and offsets it was taken from; `front`: bytes of what is in front of it. */
  readonly head: { bytes: Uint8Array; from: number; to: number; front: number };
}

/** So much shorter is the front of a line that its logger did not write: a container's name may be left. */
const FRONT_MIN_BYTES = 6;
export function createEventTracker(): EventTracker {
  const head: EventTracker["head"] = { bytes: NO_BYTES, from: 0, to: 0, front: 0 };
  const continuity = createContinuity();
  let events = 0;
  let indent = 0;

  function goesOn(bytes: Uint8Array, start: number, body: number, end: number, isBare: boolean): boolean {
    const own = indentOf(bytes, body, end);
    // one blank behind what a logger wrote in front indents nothing below a line without such a front
    if (own === 1 && body > start && head.front === 0) return false;
    return own > 0 ? own > (isBare ? 0 : indent) : continuity.goesOn(bytes, body, end);
  }

  function begin(bytes: Uint8Array, start: number, body: number, end: number): void {
    head.bytes = bytes;
    head.from = body;
    head.to = end;
    head.front = body - start;
    events += 1;
    indent = indentOf(bytes, body, end);
    tracker.hasStatus = false;
    tracker.hasFrames = false;
    tracker.incident = eventKey(events);
  }

  const tracker: EventTracker & { incident: IncidentKey } = {
    head,
    hasStatus: false,
    hasFrames: false,
    incident: eventKey(0),
    takePath: (hash) => {
      if (hash !== 0) tracker.incident = hash;
    },
    beginHeaders: continuity.beginHeaders,
    take: (bytes, start, body, end, isOwn, isLent) => {
      if (body >= end) {
        continuity.takeBlank();
        return "goes-on";
      }
      const front = body - start;
      const isBare = front === 0 ? head.front > 0 : head.front - front >= FRONT_MIN_BYTES;
      const goes = goesOn(bytes, start, body, end, isBare) && !isOwn;
      continuity.take(bytes, body, end);
      if (goes && head.to > 0) {
        tracker.hasFrames ||= isFrame(bytes, body, end);
        return "goes-on";
      }
      if (isBare && isErrorHead(bytes, body, end)) return "restates";
      begin(isLent ? bytes.slice(0, end) : bytes, start, body, end);
      return "begins";
    },
    forget: () => {
      Object.assign(head, { bytes: NO_BYTES, from: 0, to: 0, front: 0 });
      Object.assign(tracker, { hasStatus: false, hasFrames: false, incident: eventKey(0) });
      [events, indent] = [0, 0];
      continuity.forget();
    },
  };
  return tracker;
}

const FRAME = new TextEncoder().encode("at ");

function isFrame(bytes: Uint8Array, body: number, end: number): boolean {
  const at = body + indentOf(bytes, body, end);
  return at > body && startsWith(bytes, at, end, FRAME) && bytes.subarray(at, end).includes(40);
}

const NAME_MAX_BYTES = 160;
const PREFIXES = ["Uncaught ", "Unhandled "].map((text) => new TextEncoder().encode(text));
const ERRORS = ["Error", "Exception"].map((text) => new TextEncoder().encode(text));

/** "AxiosError: …", "org.example.Client$NotFoundException: …", "Uncaught TypeError: …" */
function isErrorHead(bytes: Uint8Array, body: number, end: number): boolean {
  if (!is(bytes[body], LETTER)) return false;
  const prefix = PREFIXES.find((text) => startsWith(bytes, body, end, text));
  const from = body + (prefix?.length ?? 0);
  const limit = Math.min(end, from + NAME_MAX_BYTES);
  for (let at = from; at < limit && joinsName(bytes[at]); at++) {
    if (endsWord(bytes, at, end) && ERRORS.some((word) => endsIn(bytes, from, at + 1, word))) return true;
  }
  return false;
}

/** A letter, digit or `_`, or `. $ : \`, which stand between the parts of a qualified name. */
function joinsName(byte: number | undefined): boolean {
  return is(byte, ALNUM) || byte === 95 || byte === 46 || byte === 36 || byte === COLON || byte === BACKSLASH;
}

function endsWord(bytes: Uint8Array, at: number, end: number): boolean {
  return at + 1 === end || !(is(bytes[at + 1], ALNUM) || bytes[at + 1] === 95);
}

function endsIn(bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  return to - word.length >= from && startsWith(bytes, to - word.length, to, word);
}

function indentOf(bytes: Uint8Array, body: number, end: number): number {
  return skipBlanks(bytes, body, end) - body;
}
