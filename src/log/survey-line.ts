/** One look over a line before it is read: which marks it holds, and where a number stands that could be a status. */
import { DIGIT, is, LETTER, ZERO } from "./ascii.js";

/** Marks that layouts tell lines apart by: a line without one of them cannot have a layout that needs it. */
const MARKS = "[]()\"|=/:#>-{}<,@+*\\'";

/** The mark's bit; 0 for any other byte. */
const BIT_OF = Int32Array.from({ length: 256 }, (_, byte) => {
  const index = MARKS.indexOf(String.fromCharCode(byte));
  return index < 0 ? 0 : 1 << index;
});

/** The marks of a text, as bits. */
export function marksOf(text: string): number {
  return [...text].reduce((marks, character) => marks | (BIT_OF[character.charCodeAt(0) & 255] ?? 0), 0);
}

export interface LineSurvey {
  marks: number;
  /** Offset of the first number of three digits that is no part of something longer; -1 when there is none. */
  candidate: number;
}

export function surveyLine(bytes: Uint8Array, start: number, end: number, survey: LineSurvey): void {
  let marks = 0;
  let run = 0;
  survey.candidate = -1;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    marks |= BIT_OF[byte] ?? 0;
    if (is(byte, DIGIT)) run += 1;
    else {
      if (run === 3 && survey.candidate < 0 && couldStandAlone(bytes, at - 3, start, byte)) survey.candidate = at - 3;
      run = 0;
    }
  }
  if (run === 3 && survey.candidate < 0 && couldStandAlone(bytes, end - 3, start, 0)) survey.candidate = end - 3;
  survey.marks = marks;
}

function couldStandAlone(bytes: Uint8Array, at: number, start: number, after: number): boolean {
  const before = at > start ? bytes[at - 1] : 0;
  if (bytes[at] === ZERO || before === 46 || after === 37 || is(after, LETTER) || after === 95) return false;
  return !(before === 58 && (after === 41 || after === 58)); // "Main.java:123)", "main.ts:123:9"
}
