/** Which lines go on with what the line before began: stack frames, dumped objects, headers, the body of a page. */
import { BLANK, COLON, is, LETTER, WORD } from "./ascii.js";

export interface EventTracker {
  /**
   * Takes the next line; `body` is where it begins behind its prefixes. True when it goes on with the line before.
   * A blank line ends headers and nothing else.
   */
  continues(bytes: Uint8Array, body: number, end: number): boolean;
  /** The line just taken is the status line of a response: header lines follow. */
  beginHeaders(): void;
  /** The line that began the event, as the bytes and offsets it was taken from. */
  readonly head: { bytes: Uint8Array; from: number; to: number };
}

const CONTINUING = ["at ", "... ", "Caused by", "Suppressed: ", "npm ERR!", "npm error", "npm err!", "ERR! "].map(
  (text) => new TextEncoder().encode(text),
);
/** Tools that begin every line of one error with their name: only the second such line goes on. */
const FIRST_OF_TOOL = 4;

export function createEventTracker(): EventTracker {
  const head: EventTracker["head"] = { bytes: new Uint8Array(), from: 0, to: 0 };
  let indent = 0;
  let inHeaders = false;
  let wasMarkup = false;
  let lastTool = -1;

  function goesOn(bytes: Uint8Array, body: number, end: number): boolean {
    const first = bytes[body] ?? 0;
    if (is(first, BLANK)) return indentOf(bytes, body, end) > indent;
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

  return {
    head,
    beginHeaders: () => {
      inHeaders = true;
    },
    continues: (bytes, body, end) => {
      if (body >= end) {
        inHeaders = false;
        return true;
      }
      const goes = goesOn(bytes, body, end);
      if (goes && head.to > 0) return true;
      head.bytes = bytes;
      head.from = body;
      head.to = end;
      indent = indentOf(bytes, body, end);
      return false;
    },
  };
}

function indentOf(bytes: Uint8Array, body: number, end: number): number {
  let at = body;
  while (at < end && is(bytes[at], BLANK)) at += 1;
  return at - body;
}

/** curl -v: "* Connected to …" and "< content-type: …", but not "< HTTP/2 404", which begins a response. */
function isCurlNote(bytes: Uint8Array, body: number): boolean {
  const first = bytes[body];
  if ((first !== 42 && first !== 60) || bytes[body + 1] !== 32) return false;
  return !(first === 60 && bytes[body + 2] === 72 && bytes[body + 3] === 84 && bytes[body + 4] === 84);
}

/** "Content-Type: text/html" */
function isHeader(bytes: Uint8Array, body: number, end: number): boolean {
  let at = body;
  while (at < end && (is(bytes[at], WORD) || bytes[at] === 45 || bytes[at] === 95)) at += 1;
  return at > body && at < end && bytes[at] === COLON;
}

export function startsWith(bytes: Uint8Array, at: number, end: number, text: Uint8Array): boolean {
  if (at + text.length > end) return false;
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false;
  return true;
}
