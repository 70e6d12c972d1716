/** A look over a line before it is read: where a number stands that could be a status, and which marks it holds. */
import { DIGIT, is, LETTER, ZERO } from "./ascii.js";

/**
 * Marks that layouts tell lines apart by: a line without one of them cannot have a layout that needs it. Of the letters
 * those with which the words of layouts begin: "Sent", "Completed", "RespStatus", "Failed".
 */
const MARKS = "[]()\"|=/:#>-{}<,@+\\'SCRF";
/** The path of a request begins with "/", or is "*": they share a bit. */
const ASTERISK = 42;

/** The mark's bit; 0 for any other byte. */
const BIT_OF = Int32Array.from({ length: 256 }, (_, byte) => {
  const index = MARKS.indexOf(byte === ASTERISK ? "/" : String.fromCharCode(byte));
  return index < 0 ? 0 : 1 << index;
});

/** The marks of a text, as bits. */
export function marksOf(text: string): number {
  return [...text].reduce((marks, character) => marks | (BIT_OF[character.charCodeAt(0) & 255] ?? 0), 0);
}

/** The marks that a line holds, as bits. */
export function marksIn(bytes: Uint8Array, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at++) marks |= BIT_OF[bytes[at] ?? 0] ?? 0;
  return marks;
}

/**
 * Offset of the first number of three digits that is no part of something longer; -1 when there is none. Looks at every
 * third byte: no number of three digits gets between them.
 */
export function findCandidate(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start + 2; at < end; at += 3) {
    if (!is(bytes[at], DIGIT)) continue;
    let from = at;
    while (from > start && is(bytes[from - 1], DIGIT)) from -= 1;
    let to = at + 1;
    while (to < end && is(bytes[to], DIGIT)) to += 1;
    if (to - from === 3 && couldStandAlone(bytes, from, start, to < end ? bytes[to] : 0)) return from;
    at = to;
  }
  return -1;
}

function couldStandAlone(bytes: Uint8Array, at: number, start: number, after: number | undefined): boolean {
  const before = at > start ? bytes[at - 1] : 0;
  if (bytes[at] === ZERO || before === 46 || after === 37 || is(after, LETTER) || after === 95) return false;
  if (before === 44 && isClock(bytes, at - 1, start)) return false; // "03:14:07,404"
  return !(before === 58 && (after === 41 || after === 58)); // "Main.java:123)", "main.ts:123:9"
}

/** ":07" ends at `at`. */
function isClock(bytes: Uint8Array, at: number, start: number): boolean {
  return at - 3 >= start && bytes[at - 3] === 58 && is(bytes[at - 2], DIGIT) && is(bytes[at - 1], DIGIT);
}
