/** Codes in words: "four oh four", "five hundred", "four twenty-nine". */
import type { CodeMention } from "./find-codes.js";

const DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = [
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ZERO = ["oh", "o", "zero", "nought"];

const alternatives = (words: readonly string[]) => `(?:${words.join("|")})`;
const GAP = "[ -]*";
const DIGIT = alternatives(DIGITS);
const HUNDREDS = `(?<hundreds>${alternatives(DIGITS.slice(1, 6))})`;
const REST = [
  `${alternatives(ZERO)}${GAP}(?<units>${alternatives([...DIGITS, "oh", "o"])})`,
  `(?<teen>${alternatives(TEENS)})`,
  `(?<tens>${alternatives(TENS)})(?:${GAP}(?<afterTens>${alternatives(DIGITS.slice(1))}))?`,
  `(?<second>${DIGIT})${GAP}(?<third>${DIGIT})`,
].join("|");
const SPELLED = new RegExp(
  `\\b${HUNDREDS}${GAP}(?:hundred(?:(?:${GAP}and)?${GAP}(?:${REST.replaceAll("(?<", "(?<h")}|(?<hunits2>${DIGIT})))?|${REST})\\b`,
  "g",
);

/** "4 0 4", "4-0-4": digit by digit. */
const SPACED = /(?<![\d.,:-] ?)\b([1-5])(?: (\d) (\d)|-(\d)-(\d))\b(?! ?[\d.,:]|-)/g;

/** Codes written out in words or digit by digit. "five hundred" is 500; "five" alone is nothing. */
export function findSpelledCodes(text: string): CodeMention[] {
  const spaced = [...text.matchAll(SPACED)].map((match) => ({
    code: Number(match.slice(1).filter(Boolean).join("")),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...spaced, ...findWords(text)];
}

/** Most texts hold no such word; looking for one costs less than getting the whole pattern ready. */
const HUNDREDS_WORD = /one|two|three|four|five/;

function findWords(text: string): CodeMention[] {
  if (!HUNDREDS_WORD.test(text)) return [];
  return [...text.matchAll(SPELLED)].map((match) => ({
    code: 100 * DIGITS.indexOf(match.groups?.["hundreds"] ?? "") + belowHundred(match.groups ?? {}),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function belowHundred(groups: Record<string, string | undefined>): number {
  const group = (name: string) => groups[name] ?? groups[`h${name}`];
  const digit = (name: string) => Math.max(0, DIGITS.indexOf(group(name) ?? "zero"));
  const teen = group("teen");
  if (teen) return 10 + TEENS.indexOf(teen);
  const tens = group("tens");
  if (tens) return 20 + 10 * TENS.indexOf(tens) + digit("afterTens");
  if (group("second")) return 10 * digit("second") + digit("third");
  return digit("units") || digit("units2");
}
