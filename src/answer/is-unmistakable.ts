/**
 * Whether a message that was not addressed to the bot asks, beyond doubt, about status codes. Evidence is counted, and
 * every number must stand where a status would stand. When in doubt: no.
 */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Status } from "../catalog/types.js";
import { isFiller } from "../question/intent.js";
import type { Question } from "../question/question.js";
import type { Reading } from "../question/read-text.js";
import { asks, asksAboutCode, asksOnlyMeaning } from "./asking.js";
import { AFTER_CODE, ASKING_WORDS, BEFORE_CODE, CONTEXT, EVERYDAY_CODES, OTHER_CODES } from "./overheard-words.js";
import { createSharedWords, type SharesWords } from "./shared-words.js";

/** Longer messages tell something; a question to the room is short. In UTF-16 code units. */
const QUESTION_MAX_CHARS = 220;
const COMPARISON_EVIDENCE = 3;
const SINGLE_EVIDENCE = 4;

const COMPARES = /\b(?:vs|versus|difference|diff|different|compare|compared|same)\b/;
const ALTERNATIVES = /\b(?:or|and|n)\b|\/|,/;
const ARRIVED =
  /\b(?:comes? back (?:as|with)|came back (?:as|with)|getting|get|gets|got|returns?|returned|returning|responds? with|throws?|raise|send|sends)\b/;

/** What programs print and nobody types who asks: fields, places in files, steps of builds, lists of numbers. */
const PRINTED =
  /[{}<>=;|\\]|::|\.\w{1,4}:\d|^\s*\[?\d+\s*[,)\]]|^\s*\[\d+\/|warnings?:|\d (?:requests|responses)\b(?![\w ]{0,40}\?)|:\/\/\S*\d|\w:\/\w|^\s*\*{2}|^\w+\[\d+\]:|^\s*--\s|: [+~-] \d|^diff --|^# [A-Z]{4}|^\s*[\w.]+\(.{0,300}\)\)[;,]?$|^(?:fix|feat|chore|docs|refactor|perf|style|revert|test|build|ci)(?:\([\w-]+\))?!?: |^(?:Returns|Errors|Responses|Example|RFC): /;

export type Unmistakable = (raw: string, reading: Reading, question: Question) => boolean;

/** Returns the judge. True for "what's 401 vs 403?" and "what does 502 mean", false for "404 Main Street". */
export function createUnmistakable(catalog: Catalog): Unmistakable {
  const sharesWords = createSharedWords(catalog);

  return (raw, reading, question) => {
    if (reading.text.length > QUESTION_MAX_CHARS || raw.trim().includes("\n\n") || PRINTED.test(raw)) return false;
    if (!numbersStandRight(reading)) return false;
    switch (question.kind) {
      case "status":
        return isAboutOne(reading, [question.status], sharesWords) || asksWhatToReturn(raw, reading);
      case "homonyms":
        return isAboutOne(reading, question.statuses, sharesWords);
      case "comparison":
        return isComparison(catalog, reading, question.statuses, sharesWords);
      case "methods":
        return (
          asks(reading) &&
          /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/.test(raw) &&
          /\b(?:return|respond|answer with|status|idempotent)\b/.test(reading.text)
        );
      case "situation":
        return (asks(reading) && namesStatusCodes(reading)) || asksWhatToReturn(raw, reading);
      case "class":
        return asks(reading) && /\b[1-5]xx\b/.test(reading.text) && !/\b(?:we|our|us)\b/.test(reading.text);
      case "mismatch":
      case "list":
      case "guide":
      case "step":
      case "subcode":
      case "unassigned":
      case "help":
      case "nothing":
        return false;
    }
  };
}

/** "what should POST return when it creates a resource?" */
function asksWhatToReturn(raw: string, reading: Reading): boolean {
  const namesMethod = /\b(?:GET|POST|PUT|PATCH|DELETE)\b/.test(raw);
  return namesMethod && reading.codes.length === 0 && asks(reading) && /\breturn\b/.test(reading.text);
}

function namesStatusCodes({ text }: Reading): boolean {
  return /\b(?:(?:http|status|response|return) (?:status )?codes?|http status(?:es)?)\b/.test(text);
}

/** Every number is a code that stands between words which may surround one, or at an end, or at punctuation. */
function numbersStandRight(reading: Reading): boolean {
  const { text, words, codes, names } = reading;
  if (words.some((word) => OTHER_CODES.has(word.text))) return false;
  const numbers = text.replace(/\b[1-5]xx\b/g, "").match(/\d[\d.,:]*\d|\d/g) ?? [];
  const versions = text.match(/\bhttps?[/ ][123](?:\.\d)?\b/g) ?? [];
  if (numbers.length > codes.length + versions.length) return false;
  return codes.every(({ start, end }) => {
    const before = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+) $/u.exec(text.slice(0, start))?.[1];
    const after = /^ ([\p{L}\p{N}]+)/u.exec(text.slice(end))?.[1];
    const named = names.some((name) => name.start === end + 1 || name.end === start - 1);
    const touching = /[#$€£@~+*%°.-]$|\d:$/.test(text.slice(0, start)) || /^\([a-z]\)/.test(text.slice(end));
    return (
      !touching &&
      (named ||
        ((before === undefined || mayStandBefore(before, reading)) &&
          (after === undefined || mayStandAfter(after, reading))))
    );
  });
}

function mayStandBefore(word: string, { owners, text }: Reading): boolean {
  return (
    BEFORE_CODE.has(word) ||
    /^\d{3}s?$/.test(word) ||
    owners.some(({ start, end }) => text.slice(start, end).endsWith(word))
  );
}

function mayStandAfter(word: string, { owners, text }: Reading): boolean {
  return (
    AFTER_CODE.has(word) ||
    /^\d{3}s?$/.test(word) ||
    owners.some(({ start, end }) => text.slice(start, end).startsWith(word))
  );
}

function isAboutOne(reading: Reading, statuses: readonly Status[], sharesWords: SharesWords): boolean {
  const { text, codes, names, words } = reading;
  if (codes.length > 0 && asksOnlyMeaning(text)) return true;
  if (codes.length === 0) return isMeaningOfName(reading) || (asks(reading) && namesStatusCodes(reading));
  if (!asksAboutCode(reading)) return false;
  const marked = codes.some(
    ({ start, end }) =>
      /\b(?:http|https|status|code|error)[ :]$/.test(text.slice(0, start)) ||
      /^ (?:errors?|status|responses?)\b/.test(text.slice(end)),
  );
  const counted = codes.some(({ start }) => /\ban? $/.test(text.slice(0, start)));
  const context = words.some((word) => CONTEXT.has(word.text));
  const evidence =
    2 +
    (marked ? 2 : counted ? 1 : 0) +
    (context ? 1 : 0) +
    (sharesWords(reading, statuses) ? 2 : 0) +
    (ARRIVED.test(text) ? 1 : 0) +
    (names.length > 0 ? 1 : 0) +
    (reading.owners.length > 0 ? 2 : 0);
  return evidence >= SINGLE_EVIDENCE;
}

/** "what does too many requests mean?": a name of two words or more, and nothing else but the asking. */
function isMeaningOfName({ text, names }: Reading): boolean {
  const name = names[0];
  if (!name || names.length > 1 || !text.slice(name.start, name.end).includes(" ")) return false;
  const around = `${text.slice(0, name.start)}401${text.slice(name.end)}`.replaceAll('"', "");
  return asksOnlyMeaning(around);
}

/** Words that belong to no question about codes: what the numbers may be about instead. */
function hasForeignWords({ words, names }: Reading): boolean {
  return words.some(({ text, start }) => {
    const known =
      isFiller(text) || BEFORE_CODE.has(text) || AFTER_CODE.has(text) || ASKING_WORDS.has(text) || /^\d/.test(text);
    return !known && !names.some((name) => start >= name.start && start < name.end);
  });
}

function isComparison(
  catalog: Catalog,
  reading: Reading,
  statuses: readonly Status[],
  sharesWords: SharesWords,
): boolean {
  const { text, words, names, codes } = reading;
  const keys = statuses.map(statusKey);
  const written = catalog.comparisons.some(({ of }) => keys.every((key) => of.includes(key)));
  const round = statuses.every((status) => status.code % 100 === 0);
  const context =
    words.some((word) => CONTEXT.has(word.text)) ||
    (names.length > 0 && codes.length > 0) ||
    (names.length > 1 && !hasForeignWords(reading));
  const link = COMPARES.test(text) ? 2 : ALTERNATIVES.test(text) ? 1 : 0;
  const shares = (codes.length > 0 || context) && sharesWords(reading, statuses);
  if (link === 0 || (!context && !shares && hasForeignWords(reading))) return false;
  const isAsked = asks(reading) || /\bor\b/.test(text);
  if (link === 1 && !isAsked && hasForeignWords(reading)) return false; // "keep the 302, browsers cache 301 forever"
  if (!written && !context && !shares && !statuses.every(({ code }) => EVERYDAY_CODES.has(code))) return false;
  // "404/500" may count anything: that people weigh the two is evidence only where somebody weighs.
  const weighed = written && (link > 1 || isAsked) ? (round ? 1 : 2) : 0;
  const evidence = link + (asks(reading) ? 1 : 0) + (context ? 1 : 0) + weighed + (shares ? 2 : 0);
  return evidence >= COMPARISON_EVIDENCE;
}
