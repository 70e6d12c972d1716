/** General evidence: the statuses that a line tells of although it has the layout of no known log. */
import type { Catalog } from "../catalog/catalog.js";
import type { LogEvidence } from "../catalog/types.js";
import { ALNUM, BLANK, COLON, COMMA, DIGIT, is, LETTER, threeDigits, UPPER } from "./ascii.js";
import { createCueTrie } from "./cue-trie.js";
import { beginsList, type Gap, isMeasured, readGap } from "./number-context.js";
import { createPhrases, encodeWords, matchLetters, type Phrases } from "./phrases.js";
import { createRequestStatus, type RequestNumbers } from "./request-status.js";
import { marksOf } from "./survey-line.js";

/** A status that a line tells of. */
export interface Mention {
  readonly code: number;
  /** Which evidence it is: an index into the catalog's list. */
  readonly evidence: number;
  /** Offsets of the evidence, number included. */
  readonly from: number;
  readonly to: number;
}

/** More on one line are not read. */
const MENTIONS_MAX = 64;

/**
 * `body`: where the line begins behind its prefixes. `first`: where the first number stands that could be a status.
 * `marks`: those of the line.
 */
export type FindMentions = (
  bytes: Uint8Array,
  start: number,
  body: number,
  first: number,
  end: number,
  marks: number,
) => readonly Mention[];

/** What the words before a number prove: evidence, for one code only where `code` is set; or that it is no status. */
interface Cue {
  readonly evidence: number;
  readonly code: number;
}

/** Without one there is no path. */
const SLASHES = marksOf("/");
const NO_STATUS = -1;
/** Only right before the number: "user 404 not found", but "failed to get user: 404 Not Found". */
const IF_BESIDE = -1;
const NO_REQUEST: RequestNumbers = { status: -1, size: -1 };
const NOTHING: readonly Mention[] = [];

/** Returns the search. Linear: a number is looked at once, with a bounded part of what is around it. */
export function createMentionFinder(catalog: Catalog): FindMentions {
  const { evidence } = catalog.logs;
  const phrases = createPhrases(catalog);
  const { cues, spellings } = collectCues(evidence, phrases);
  const trie = createCueTrie(spellings);
  const following = evidence.flatMap(({ how, cues: words }, index) =>
    how === "before" ? words.map((word) => ({ index, letters: encodeWords(word) })) : [],
  );
  const byPhrase = evidence.findIndex(({ how }) => how === "phrase");
  const byEverydayPhrase = evidence.findIndex(({ how }) => how === "everyday");
  const byRequest = evidence.findIndex(({ how }) => how === "request");
  const gap: Gap = { from: 0, assigns: false, separates: false, compares: false };
  const isKnown = (code: number) => catalog.statusesOf(code).length > 0;
  const findBeside = createRequestStatus(isKnown);

  const isField = ({ evidence: index }: Mention) =>
    evidence[index]?.how === "after" && evidence[index]?.gap === "field";
  const rankOf = ({ evidence: index }: Mention) => rankEvidence(evidence[index]);

  function judge(bytes: Uint8Array, start: number, at: number, end: number, code: number): Mention | undefined {
    readGap(bytes, start, at, gap);
    if (gap.compares || beginsList(bytes, at, end)) return undefined;
    const owners = trie.find(bytes, start, gap.from);
    if (owners.some((owner) => denies(cues[owner], gap))) return undefined;
    const owner = owners.find((candidate) => {
      const cue = cues[candidate];
      return cue && (cue.code === 0 || cue.code === code) && fits(evidence[cue.evidence], code, gap, bytes, at);
    });
    const cue = owner === undefined ? undefined : cues[owner];
    const byWords = cue && { code, evidence: cue.evidence, from: trie.start(), to: at + 3 };
    if (byWords && rankOf(byWords) <= EXPLICIT) return byWords;
    const byName = judgeByPhrase(bytes, start, at, end, code);
    return byName && (!byWords || rankOf(byName) < rankOf(byWords)) ? byName : byWords;
  }

  function judgeByPhrase(bytes: Uint8Array, start: number, at: number, end: number, code: number): Mention | undefined {
    if (!standsAlone(bytes, start, at)) return undefined;
    const word = skipToWord(bytes, at + 3, end);
    if (word === end) return undefined;
    const after = phrases.match(code, bytes, word, end);
    if (after > 0 && phrases.isTelling(code)) return { code, evidence: byPhrase, from: at, to: after };
    if (after > 0 && is(bytes[word], UPPER)) return { code, evidence: byEverydayPhrase, from: at, to: after };
    const next = following.find(({ letters }) => matchLetters(letters, bytes, word, end) > 0);
    return next && { code, evidence: next.index, from: at, to: at + 3 };
  }

  return (bytes, start, body, first, end, marks) => {
    let found: Mention[] | undefined;
    const { status: inRequest, size } = (marks & SLASHES) !== 0 ? findBeside(bytes, start, body, end) : NO_REQUEST;
    for (let at = first; at + 3 <= end && (found?.length ?? 0) < MENTIONS_MAX; at++) {
      if (!is(bytes[at], DIGIT)) continue;
      const code = at > start && is(bytes[at - 1], DIGIT) ? 0 : threeDigits(bytes, at);
      while (is(bytes[at + 1], DIGIT) && at + 1 < end) at += 1;
      if (code < 100 || isMeasured(bytes, at + 1, end)) continue;
      const from = at - 2;
      if (from === size) continue;
      const judged = judge(bytes, start, from, end, code);
      const isListed = beginsList(bytes, from, end) && bytes[from - 1] !== COMMA; // `"GET /x",200,404` are columns
      const isBeside = from === inRequest && !isListed && evidence[judged?.evidence ?? -1]?.strength !== "certain";
      const mention = isBeside ? { code, evidence: byRequest, from, to: from + 3 } : judged;
      if (mention && isBelieved(evidence[mention.evidence], code, isKnown)) {
        found ??= [];
        found.push(mention);
      }
    }
    if (!found) return NOTHING;
    // `status=502 "GET /x" 404`: where a field before it is called so, the number beside the request is a size
    const isSize = found.some((mention) => isField(mention) && mention.to < inRequest);
    return isSize ? found.filter((mention) => isField(mention) || mention.to !== inRequest + 3) : found;
  };
}

function denies(cue: Cue | undefined, gap: Gap): boolean {
  return cue?.evidence === NO_STATUS && !(cue.code === IF_BESIDE && gap.assigns);
}

function collectCues(evidence: readonly LogEvidence[], phrases: Phrases): { cues: Cue[]; spellings: string[][] } {
  const named = evidence.findIndex(({ how }) => how === "named");
  const own = evidence.flatMap((entry, index): [Cue, readonly string[]][] => [
    [{ evidence: index, code: 0 }, entry.how === "after" ? entry.cues : []],
    [{ evidence: NO_STATUS, code: entry.how === "phrase" ? IF_BESIDE : 0 }, entry.not],
  ]);
  const names = phrases.names
    .filter(([, code]) => phrases.isTelling(code))
    .map(([name, code]): [Cue, readonly string[]] => [{ evidence: named, code }, [name]]);
  const rank = ([cue]: [Cue, readonly string[]]) => rankEvidence(evidence[cue.evidence]);
  const all = [...names, ...own].sort((a, b) => rank(a) - rank(b));
  return { cues: all.map(([cue]) => cue), spellings: all.map(([, spelling]) => [...spelling]) };
}

/** Where several kinds fit, the stronger one counts; of two, the one that says HTTP itself. */
const STRENGTHS: readonly LogEvidence["strength"][] = ["certain", "likely", "supported", "dumped"];

function rankEvidence(evidence: LogEvidence | undefined): number {
  return (evidence ? STRENGTHS.indexOf(evidence.strength) : STRENGTHS.length) * 2 + (evidence?.explicit ? 0 : 1);
}

/** The rank of likely evidence that says HTTP itself: nothing beside it can be better. */
const EXPLICIT = 2;

function fits(evidence: LogEvidence | undefined, code: number, gap: Gap, bytes: Uint8Array, at: number): boolean {
  if (!evidence || (evidence.only.length > 0 && !evidence.only.includes(code))) return false;
  switch (evidence.gap) {
    case "field":
      return gap.assigns;
    case "words":
      return gap.from < at && (gap.separates || gap.assigns);
    case "glued":
      return gap.from === at || gap.separates || gap.assigns || is(bytes[gap.from - 1], UPPER); // "HTTP_503", not "http_503"
  }
}

const HTTP_MAX = 599;

function isBelieved(evidence: LogEvidence | undefined, code: number, isKnown: (code: number) => boolean): boolean {
  switch (evidence?.codes) {
    case "any":
      return true;
    case "known":
      return code <= HTTP_MAX && isKnown(code);
    case "failure":
      return code >= 400 && code <= HTTP_MAX && isKnown(code);
    case undefined:
      return false;
  }
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
