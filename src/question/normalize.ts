import { dropInvisible } from "./invisible.js";

/** Text as people type it, made comparable: one spelling of quotes, dashes and spaces, no invisible characters. */

/** Questions are short. What lies beyond is not read, so no input can be slow. In UTF-16 code units. */
export const QUESTION_MAX_CHARS = 2_000;

const APOSTROPHES = /['‘’‚‛′`´ʼ]/g;
const DOUBLE_QUOTES = /[“”„‟″«»]/g;
const GLUED_VERSUS = /(\d{3})(?:vs?|versus)(?=\d{3})/g;
/** Names whose sign would be lost between words: "C#", ".NET". */
const SHARP = /(?<![\p{L}\p{N}])c#/gu;
const DOT_NET = /(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/gu;
const DASHES = /[‐‑‒–—―−]/g;

/** Clips, applies NFKC, drops apostrophes, folds dashes, lower-cases, collapses white space. */
export function normalizeText(text: string): string {
  const folded = text
    .slice(0, QUESTION_MAX_CHARS)
    .normalize("NFKC")
    .slice(0, QUESTION_MAX_CHARS) // one character can become eighteen
    .replace(/\s+/gu, " ");
  return dropInvisible(folded)
    .replace(APOSTROPHES, "")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .toLowerCase()
    .replace(GLUED_VERSUS, "$1 vs ")
    .replace(SHARP, "csharp")
    .replace(DOT_NET, "dotnet")
    .trim();
}

/** A run of letters and digits, with its offsets in the text it was taken from. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a normalized text; everything else separates. */
export function splitWords(normalized: string): Word[] {
  return [...normalized.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A name as it is looked up: "I'm a teapot" is "im a teapot". */
export function nameKey(name: string): string {
  return splitWords(normalizeText(name))
    .map((word) => word.text)
    .join(" ");
}
