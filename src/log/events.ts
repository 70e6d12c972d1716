/** Which lines go on with what the line before began: stack frames, dumped objects, headers, the body of a page. */
import { ALNUM, BACKSLASH, BLANK, COLON, is, LETTER, NO_BYTES, WORD } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
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
  incident: IncidentKey;
  /** The line that began the event, as the bytes and offsets it was taken from; `front`: bytes of what is in front of it. */
  readonly head: { bytes: Uint8Array; from: number; to: number; front: number };
}

/** So much shorter is the front of a line that its logger did not write: a container's name may be left. */
const FRONT_MIN_BYTES = 6;
const CONTINUING = ["at ", "... ", "Caused by", "Suppressed: ", "npm ERR!", "npm error", "npm err!", "ERR! "].map(
  (text) => new TextEncoder().encode(text),
);
/** Tools that begin every line of one error with their name: only the second such line goes on. */
const FIRST_OF_TOOL = 4;

export function createEventTracker(): EventTracker {
  const head: EventTracker["head"] = { bytes: NO_BYTES, from: 0, to: 0, front: 0 };
  let events = 0;
  let indent = 0;
  let inHeaders = false;
  let wasMarkup = false;
  let lastTool = -1;
  /** The next line may be a body: a colon or the headers of a response come before it. */
  let isIntroduced = false;

  function goesOn(bytes: Uint8Array, body: number, end: number, isBare: boolean): boolean {
    const first = bytes[body] ?? 0;
    if (is(first, BLANK)) return indentOf(bytes, body, end) > (isBare ? 0 : indent);
    if (isIntroduced && BODIES.has(first)) return true;
    if (first === 125 || first === 93 || first === 41) return true; // } ] )
    if (isCurlNote(bytes, body)) return true;
    const markup = first === 60 && (is(bytes[body + 1], LETTER) || bytes[body + 1] === 47 || bytes[body + 1] === 33);
    const moreMarkup = markup && wasMarkup;
    wasMarkup = markup;
    if (moreMarkup || (inHeaders && isHeader(bytes, body, end))) return true;
    inHeaders = false;
    const known = CONTINUING.findIndex((text) => startsWith(bytes, body, end, text));
    const again = known >= 0 && (known < FIRST_OF_TOOL || known === lastTool);
    lastTool = known >= FIRST_OF_TOOL ? known : -1;
    return again;
  }

  const tracker: EventTracker = {
    head,
    hasStatus: false,
    hasFrames: false,
    incident: eventKey(0),
    beginHeaders: () => {
      inHeaders = true;
    },
    take: (bytes, start, body, end, isOwn, isLent) => {
      if (body >= end) {
        isIntroduced ||= inHeaders;
        inHeaders = false;
        return "goes-on";
      }
      const front = body - start;
      const isBare = front === 0 ? head.front > 0 : head.front - front >= FRONT_MIN_BYTES;
      // one blank behind what a logger wrote in front indents nothing below a line without such a front
      const isFronted = front > 0 && head.front === 0 && indentOf(bytes, body, end) === 1;
      const goes = !isOwn && !isFronted && goesOn(bytes, body, end, isBare);
      isIntroduced = bytes[end - 1] === COLON || isEndOfHeaders(bytes, body, end);
      if (goes && head.to > 0) {
        tracker.hasFrames ||= isFrame(bytes, body, end);
        return "goes-on";
      }
      if (isBare && isErrorHead(bytes, body, end)) return "restates";
      head.bytes = isLent ? bytes.slice(0, end) : bytes;
      head.from = body;
      head.to = end;
      head.front = front;
      tracker.hasStatus = false;
      tracker.hasFrames = false;
      events += 1;
      tracker.incident = eventKey(events);
      indent = indentOf(bytes, body, end);
      return "begins";
    },
    forget: () => {
      Object.assign(head, { bytes: NO_BYTES, from: 0, to: 0, front: 0 });
      Object.assign(tracker, { hasStatus: false, hasFrames: false, incident: eventKey(0) });
      [events, indent, lastTool] = [0, 0, -1];
      [inHeaders, wasMarkup, isIntroduced] = [false, false, false];
    },
  };
  return tracker;
}

const FRAME = new TextEncoder().encode("at ");

function isFrame(bytes: Uint8Array, body: number, end: number): boolean {
  const at = body + indentOf(bytes, body, end);
  return at > body && startsWith(bytes, at, end, FRAME) && bytes.subarray(at, end).includes(40);
}

/** What a body begins with below a line that ends in a colon: `{ [ < "` */
const BODIES = new Set([123, 91, 60, 34]);

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

/** curl -v: "* Connected to …" and "< content-type: …", but not "< HTTP/2 404", which begins a response. */
function isCurlNote(bytes: Uint8Array, body: number): boolean {
  const first = bytes[body];
  if ((first !== 42 && first !== 60) || bytes[body + 1] !== 32) return false;
  return !(first === 60 && bytes[body + 2] === 72 && bytes[body + 3] === 84 && bytes[body + 4] === 84);
}

/** curl -v ends the headers with "< ". */
function isEndOfHeaders(bytes: Uint8Array, body: number, end: number): boolean {
  return bytes[body] === 60 && end - body <= 2 && (end - body === 1 || bytes[body + 1] === 32);
}

/** "Content-Type: text/html" */
function isHeader(bytes: Uint8Array, body: number, end: number): boolean {
  let at = body;
  while (at < end && (is(bytes[at], WORD) || bytes[at] === 45 || bytes[at] === 95)) at += 1;
  return at > body && at < end && bytes[at] === COLON;
}
