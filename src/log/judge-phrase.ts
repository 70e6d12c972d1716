/** Whether the words behind a number make it a status: "404 Not Found", "503 Server Error". */
import type { LogEvidence } from "../catalog/types.js";
import { ALNUM, BLANK, COLON, DIGIT, is, LETTER, UPPER } from "./ascii.js";
import type { Mention } from "./mention.js";
import { encodeWords, matchLetters, type Phrases } from "./phrases.js";

/** `at`: where the number begins; `code`: what it is. */
export type JudgePhrase = (
  bytes: Uint8Array,
  start: number,
  at: number,
  end: number,
  code: number,
) => Mention | undefined;

export function createPhraseJudge(evidence: readonly LogEvidence[], phrases: Phrases): JudgePhrase {
  const following = evidence.flatMap(({ how, cues }, index) =>
    how === "before" ? cues.map((cue) => ({ index, letters: encodeWords(cue) })) : [],
  );
  const byPhrase = evidence.findIndex(({ how }) => how === "phrase");
  const byEverydayPhrase = evidence.findIndex(({ how }) => how === "everyday");
  return (bytes, start, at, end, code) => {
    if (!standsAlone(bytes, start, at)) return undefined;
    const word = skipToWord(bytes, at + 3, end);
    if (word === end) return undefined;
    const after = phrases.match(code, bytes, word, end);
    if (after > 0 && phrases.isTelling(code)) return { code, evidence: byPhrase, from: at, to: after };
    if (after > 0 && is(bytes[word], UPPER)) return { code, evidence: byEverydayPhrase, from: at, to: after };
    const next = following.find(({ letters }) => matchLetters(letters, bytes, word, end) > 0);
    return next && { code, evidence: next.index, from: at, to: at + 3 };
  };
}

/** Begins the line, or comes after a blank, a quote, a bracket or a mark that opens something; "app[812]:" is a process. */
function standsAlone(bytes: Uint8Array, start: number, at: number): boolean {
  if (at === start) return true;
  const before = bytes[at - 1] ?? 0;
  if (before === 91 && bytes[at + 4] === COLON && at - 2 >= start && is(bytes[at - 2], ALNUM)) return false;
  return is(before, BLANK) || OPENS.has(before) || (before === 58 && !is(bytes[at - 2], DIGIT));
}

/** `" ' ( [ { < = > * | \` `` ` `` and a backslash before a quote. */
const OPENS = new Set([34, 39, 40, 91, 123, 60, 61, 62, 42, 124, 96]);

const GAP_MAX_BYTES = 4;
/** Between the columns of a table: `|`, `^`. */
const BARS = new Set([124, 94]);

/** Past what may be between a number and its phrase: `404 - Not Found`, `(404) Not Found`, `404 "Not Found"`. */
function skipToWord(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < GAP_MAX_BYTES && !BARS.has(bytes[at] ?? 0) && !is(bytes[at], LETTER | DIGIT)) at += 1;
  return is(bytes[at], UPPER | LETTER) ? at : end;
}
