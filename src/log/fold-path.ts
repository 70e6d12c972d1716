/**
 * The path of a request without what differs from one to the next, and without what nobody should repeat:
 * "/users/8841/orders/3f2a9c71?token=x" is "/users/:id/orders/:id". Scheme, host, query and fragment are dropped; an
 * address of a person is ":email", a part that looks like a secret ":token".
 */
import { lazy } from "../catalog/lazy.js";
import { ALNUM, DIGIT, is, LETTER, lower, UPPER } from "./ascii.js";
import { hashBytes } from "./byte-hash.js";
import type { LogPart } from "./log-part.js";
import { announcesSecret, isPlainWord, looksRandom } from "./looks-secret.js";

/** Paths that fold to the same share one object. */
export interface FoldedPath {
  readonly text: string;
  /** A small number, different for different texts. */
  readonly id: number;
}

export interface PathFolder extends LogPart {
  /** No path where `to` is not behind `from`. */
  fold(bytes: Uint8Array, from: number, to: number): FoldedPath;
}

/** In bytes of the folded path; longer ones are clipped in the middle. */
const PATH_MAX_BYTES = 72;
const SOURCE_MAX_BYTES = 2_048;
/** "/@" becomes "/:email"; nothing grows more. */
const GROWTH_MAX = 4;
/** Folded paths that are told apart; what comes later is counted without a place. */
const PATHS_MAX = 4_096;

const SLASH = 47;
const NO_PATH: FoldedPath = { text: "", id: 0 };

/** A folder that remembers the paths it has seen. */
export function createPathFolder(): PathFolder {
  const room = lazy(() => new Uint8Array(SOURCE_MAX_BYTES * GROWTH_MAX));
  const known = new Map<number, FoldedPath>();
  return {
    fold: (bytes, from, to) => {
      if (to <= from) return NO_PATH;
      const begin = skipHost(bytes, from, Math.min(to, from + SOURCE_MAX_BYTES));
      const length = writeFolded(bytes, begin, Math.min(to, from + SOURCE_MAX_BYTES), room());
      if (length === 0) return NO_PATH;
      const hash = hashBytes(room(), 0, length);
      const path = known.get(hash);
      if (path) return path;
      if (known.size >= PATHS_MAX) return NO_PATH;
      const made = { text: clip(new TextDecoder().decode(room().subarray(0, length))), id: known.size + 1 };
      known.set(hash, made);
      return made;
    },
    forget: () => known.clear(),
  };
}

function clip(path: string): string {
  if (path.length <= PATH_MAX_BYTES) return path;
  const half = Math.floor((PATH_MAX_BYTES - 1) / 2);
  return `${path.slice(0, half)}…${path.slice(-half)}`;
}

/** Past "https://host", where it is. */
export function skipHost(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] === SLASH) return from;
  let at = from;
  while (at < to && is(bytes[at], ALNUM)) at += 1;
  if (at === from || bytes[at] !== 58 || bytes[at + 1] !== SLASH || bytes[at + 2] !== SLASH) return from;
  at += 3;
  while (at < to && bytes[at] !== SLASH && !endsPath(bytes[at] ?? 0)) at += 1;
  return at;
}

/** `?`, `#`, `;`, and `&`, which belongs to a query without its question mark. */
export function endsPath(byte: number): boolean {
  return byte === 63 || byte === 35 || byte === 59 || byte === 38;
}

/** Writes the folded path into `room`; returns its length. */
function writeFolded(bytes: Uint8Array, from: number, to: number, room: Uint8Array): number {
  let length = 0;
  let at = bytes[from] === SLASH ? from + 1 : from;
  if (at >= to && bytes[from] !== SLASH) return 0;
  for (let isAnnounced = false; ; ) {
    room[length++] = SLASH;
    const start = at;
    while (at < to && bytes[at] !== SLASH && !endsPath(bytes[at] ?? 0)) at += 1;
    if (isAnnounced && !isPlainWord(bytes, start, at)) length = put(TOKEN, room, length);
    else length = foldSegment(bytes, start, at, room, length);
    isAnnounced = announcesSecret(bytes, start, at);
    if (at >= to || bytes[at] !== SLASH) return length;
    at += 1;
  }
}

const ID = new TextEncoder().encode(":id");
const EMAIL = new TextEncoder().encode(":email");
const TOKEN = new TextEncoder().encode(":token");

function put(word: Uint8Array, room: Uint8Array, at: number): number {
  room.set(word, at);
  return at + word.length;
}

/** "2026-11-21" and a UUID as a whole are ":id"; of the rest each piece is looked at: "app.3f2a9c71.js" is "app.:id.js". */
function foldSegment(bytes: Uint8Array, from: number, to: number, room: Uint8Array, at: number): number {
  if (holdsAddress(bytes, from, to)) return put(EMAIL, room, at);
  if (isId(bytes, from, to)) return put(ID, room, at);
  if (looksRandom(bytes, from, to) || isLongToken(bytes, from, to)) return put(TOKEN, room, at);
  let length = at;
  for (let start = from; start < to; ) {
    let end = start;
    while (end < to && !joins(bytes[end] ?? 0)) end += 1;
    length = foldPiece(bytes, start, end, room, length);
    if (end < to) room[length++] = bytes[end] ?? 0;
    start = end + 1;
  }
  return length;
}

/** `- _ . ~ : , =` */
function joins(byte: number): boolean {
  return byte === 45 || byte === 95 || byte === 46 || byte === 126 || byte === 58 || byte === 44 || byte === 61;
}

/** "@" or "%40" after something: "@acme" is a scope of packages. */
function holdsAddress(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    if (bytes[at] === 64 || (bytes[at] === 37 && bytes[at + 1] === 52 && bytes[at + 2] === 48)) return true;
  }
  return false;
}

/** Numbers with what joins them, or hexadecimal digits in the groups of a UUID. */
function isId(bytes: Uint8Array, from: number, to: number): boolean {
  if (to === from) return false;
  const isUuid = to - from === 36 && bytes[from + 8] === 45 && bytes[from + 13] === 45;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (is(byte, DIGIT) || (joins(byte) && at > from)) continue;
    if (!isUuid || !isHexLetter(byte)) return false;
  }
  return true;
}

function isHexLetter(byte: number): boolean {
  const letter = lower(byte);
  return letter >= 97 && letter <= 102;
}

/** Nobody types a word this long; with digits or both cases in it, a shorter one is no word either. */
const WORD_MAX_BYTES = 40;
const TOKEN_MIN_BYTES = 20;

function isLongToken(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < TOKEN_MIN_BYTES) return false;
  let [digits, uppers, breaks, dots] = [0, 0, 0, 0];
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (is(byte, DIGIT)) digits += 1;
    else if (is(byte, UPPER)) uppers += 1;
    else if (byte === 46) dots += 1;
    else if (!is(byte, LETTER)) breaks += 1;
  }
  if (dots === 1 && isFileName(bytes, to)) return false;
  return (
    (digits >= 3 && uppers + breaks > 0 && breaks < 6) ||
    (digits === 0 && breaks + dots === 0 && to - from > WORD_MAX_BYTES)
  );
}

/** It ends in a short extension: "report-2026.pdf". */
function isFileName(bytes: Uint8Array, to: number): boolean {
  return bytes[to - 3] === 46 || bytes[to - 4] === 46 || bytes[to - 5] === 46;
}

/** Three digits or more, a hash, or letters and digits in such a mix as nobody names things by. */
function foldPiece(bytes: Uint8Array, from: number, to: number, room: Uint8Array, at: number): number {
  let digits = 0;
  let hex = 0;
  for (let index = from; index < to; index++) {
    if (is(bytes[index], DIGIT)) digits += 1;
    else if (isHexLetter(bytes[index] ?? 0)) hex += 1;
  }
  const length = to - from;
  if ((digits === length && length >= 3) || (digits > 0 && length >= 6 && digits + hex === length))
    return put(ID, room, at);
  if (length >= TOKEN_MIN_BYTES && digits >= 3) return put(TOKEN, room, at);
  if (length > WORD_MAX_BYTES) return put(TOKEN, room, at);
  return copyPrintable(bytes, from, to, room, at);
}

function copyPrintable(bytes: Uint8Array, from: number, to: number, room: Uint8Array, at: number): number {
  let length = at;
  for (let index = from; index < to; index++) {
    const byte = bytes[index] ?? 0;
    if (byte > 32 && byte !== 127) room[length++] = byte;
  }
  return length;
}
