/** Whether a line goes on with the line before by how it begins: markup, headers, a body, what tools write line by line. */
import { COLON, is, LETTER, WORD } from "./ascii.js";
import type { LogPart } from "./log-part.js";
import { startsWith } from "./starts-with.js";

export interface Continuity extends LogPart {
  /** Asked once a line, which is not indented and not blank. */
  goesOn(bytes: Uint8Array, body: number, end: number): boolean;
  /** Any line that is not blank, after it was asked about. */
  take(bytes: Uint8Array, body: number, end: number): void;
  /** It ends headers, and a body may follow. */
  takeBlank(): void;
  /** Header lines follow. */
  beginHeaders(): void;
}

const CONTINUING = ["at ", "... ", "Caused by", "Suppressed: ", "npm ERR!", "npm error", "npm err!", "ERR! "].map(
  (text) => new TextEncoder().encode(text),
);
/** Tools that begin every line of one error with their name: only the second such line goes on. */
const FIRST_OF_TOOL = 4;

export function createContinuity(): Continuity {
  let inHeaders = false;
  let wasMarkup = false;
  let lastTool = -1;
  /** The next line may be a body: a colon or the headers of a response come before it. */
  let isIntroduced = false;

  function isMoreMarkup(bytes: Uint8Array, body: number): boolean {
    const isMore = wasMarkup;
    wasMarkup = isMarkup(bytes, body);
    return isMore && wasMarkup;
  }

  function isOfTool(bytes: Uint8Array, body: number, end: number): boolean {
    const known = CONTINUING.findIndex((text) => startsWith(bytes, body, end, text));
    const again = known >= 0 && (known < FIRST_OF_TOOL || known === lastTool);
    lastTool = known >= FIRST_OF_TOOL ? known : -1;
    return again;
  }

  return {
    goesOn: (bytes, body, end) => {
      const first = bytes[body] ?? 0;
      if (isIntroduced && BODIES.has(first)) return true;
      if (CLOSES.has(first) || isCurlNote(bytes, body)) return true;
      if (isMoreMarkup(bytes, body) || (inHeaders && isHeader(bytes, body, end))) return true;
      inHeaders = false;
      return isOfTool(bytes, body, end);
    },
    take: (bytes, body, end) => {
      isIntroduced = bytes[end - 1] === COLON || isEndOfHeaders(bytes, body, end);
    },
    takeBlank: () => {
      isIntroduced ||= inHeaders;
      inHeaders = false;
    },
    beginHeaders: () => {
      inHeaders = true;
    },
    forget: () => {
      [inHeaders, wasMarkup, isIntroduced] = [false, false, false];
      lastTool = -1;
    },
  };
}

/** What a body begins with below a line that ends in a colon: `{ [ < "` */
const BODIES = new Set([123, 91, 60, 34]);
/** } ] ) */
const CLOSES = new Set([125, 93, 41]);

/** "<p", "</p", "<!--" */
function isMarkup(bytes: Uint8Array, body: number): boolean {
  const next = bytes[body + 1];
  return bytes[body] === 60 && (is(next, LETTER) || next === 47 || next === 33);
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
