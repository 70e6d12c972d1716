/** Questions without a number or a known name: names with typos, and descriptions of what happened. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Status } from "../catalog/types.js";
import { askedOwners } from "./asked-owners.js";
import type { Concept, FoundConcept } from "./concepts.js";
import type { createFuzzySearch, FuzzyMatch } from "./fuzzy-search.js";
import { subjectWords } from "./intent.js";
import { dropInvisible } from "./invisible.js";
import { leastFit } from "./least-fit.js";
import { splitWords } from "./normalize.js";
import type { PhraseIndex } from "./phrase-index.js";
import { COMPARISON_MAX_STATUSES, type Question } from "./question.js";
import type { Reading } from "./read-text.js";

/** The searches, made when first needed, and what they find in a reading. */
export interface Described {
  readonly partial: () => PhraseIndex["partial"];
  readonly fuzzy: () => FuzzySearch;
  readonly typos: (reading: Reading) => readonly FuzzyMatch[];
  readonly concepts: (reading: Reading) => readonly FoundConcept[];
}

type FuzzySearch = ReturnType<typeof createFuzzySearch>;

/** A name with so few typos needs no second opinion; below the second number it is a guess, below the third nothing. */
const TYPO_CERTAIN = 0.85;
const TYPO_CERTAIN_SIDE = 0.75;
const TYPO_LIKELY = 0.72;
const TYPO_GUESS = 0.5;
/** A description that fits so well goes before a name with typos. */
const CONCEPT_CERTAIN = 0.6;
const WORD_LIKELY = 0.42;
const CONCEPT_GUESS = 0.36;
/** Terms that a description has to share with what it is taken for; or it is most of a phrase, with no word unknown. */
const SUPPORT_MIN = 2;
const PHRASE_ALIKE = 0.65;
const WORD_KNOWN = 0.2;
/** Where a text must fit better than this, it tells of somebody's life; then every word has to be known. */
const TALE = 0.6;
const SAME = 0.9;
/** Statuses that fit a single word this much as well as the best are all meant, and compared: "timeout". */
const AS_GOOD = 0.85;
const GUESSES_MAX = 3;

export function askedByDescription(reading: Reading, raw: string, describe: Described): Question {
  const partial = askedPart(reading, describe);
  if (partial) return partial;
  const typos = describe.typos(reading);
  const isAnswer = createBar(reading);
  const concepts = answersFirst(describe.concepts(reading), isAnswer);
  const [typo, score] = [typos[0], concepts[0]?.score ?? 0];
  // A single word that descriptions know ("blocked") is no misspelled name ("locked").
  const isWord = reading.words.length === 1 && score >= WORD_KNOWN;
  const isName = (least: number) => typo !== undefined && !isWord && typo.similarity >= least;
  const least = isName(TYPO_LIKELY) ? CONCEPT_CERTAIN : 0;
  if (typo && isName(TYPO_CERTAIN)) return askedOwners(typo.statuses);
  if (concepts[0] && score >= least && isAnswer(concepts[0])) return toQuestion(concepts, reading.words.length);
  if (typo && isName(TYPO_LIKELY)) return askedOwners(typo.statuses);
  const guesses = [
    ...typos.filter(({ similarity }) => similarity >= TYPO_GUESS).flatMap(({ statuses }) => statuses[0] ?? []),
    ...concepts.filter((found) => found.score >= CONCEPT_GUESS && leastFit(reading) <= 1).flatMap(statusOf),
  ];
  const distinct = [...new Map(guesses.map((guess) => [statusKey(guess), guess])).values()];
  return { kind: "nothing", asked: quotable(raw), guesses: distinct.slice(0, GUESSES_MAX) };
}

type Bar = (found: FoundConcept) => boolean;

/** Returns the test of whether a text is about a concept; a remark about anything else fits one a little, too. */
function createBar(reading: Reading): Bar {
  if (reading.words.length === 1) return ({ score }) => score >= WORD_LIKELY;
  const least = leastFit(reading);
  const isTale = least > TALE;
  return ({ score, support, alike, isKnown }) =>
    score >= least &&
    (isKnown || !isTale) &&
    (support >= SUPPORT_MIN || (isKnown && alike >= (isTale ? SAME : PHRASE_ALIKE)));
}

/** Nearly as good a fit goes first if it has what an answer needs, and the best has not. */
const NEARLY = 0.85;

function answersFirst(found: readonly FoundConcept[], isAnswer: Bar): readonly FoundConcept[] {
  const least = NEARLY * (found[0]?.score ?? 0);
  const answer = found.find((one) => one.score >= least && isAnswer(one));
  return answer ? [answer, ...found.filter((one) => one !== answer)] : found;
}

/** More phrases than this that hold the words: the words say too little. */
const PARTIAL_MAX = 3;

/** Part of a name: "legal reasons" is one status, "gateway" are two; "to early" is two, or one but for a slip. */
export function askedPart(reading: Reading, describe: Described): Question | undefined {
  const words = reading.words.map((word) => word.text);
  const statuses = [words, subjectWords(words)].map(describe.partial()).find(({ length }) => length > 0) ?? [];
  const [first] = statuses;
  if (!first || statuses.length > PARTIAL_MAX) return undefined;
  if (statuses.length === 1) return { kind: "status", status: first, view: "card" };
  const typo = findTypo(reading, describe);
  return typo ? askedOwners(typo.statuses) : { kind: "comparison", statuses, view: "card" };
}

/** Between the names of a comparison. */
const BETWEEN = /\b(?:vs|versus|or|and|n)\b|[/,]/;

/** "unathorized vs forbiden": names with typos on both sides of a word that compares. */
export function askedTypoComparison(catalog: Catalog, reading: Reading, describe: Described): Question | undefined {
  const sides = reading.text.split(BETWEEN);
  if (sides.length < 2 || sides.length > COMPARISON_MAX_STATUSES) return undefined;
  const subjects = sides.map((side) => bestName(side, describe));
  const statuses = subjects.flatMap((subject) => subject ?? []);
  if (statuses.length < sides.length || new Set(statuses).size < sides.length) return undefined;
  return {
    kind: "comparison",
    statuses: catalog.comparisonOf(statuses)?.of.flatMap((key) => catalog.status(key) ?? []) ?? statuses,
    view: "card",
  };
}

/** The status whose name a side of a comparison is, but for a slip or two. */
function bestName(side: string, describe: Described): Status | undefined {
  const name = subjectWords(splitWords(side).map((word) => word.text)).join(" ");
  const [match] = describe.fuzzy()(name, 1);
  return match && match.similarity >= TYPO_CERTAIN_SIDE ? match.statuses[0] : undefined;
}

/** The name that the whole text is, but for a slip or two. */
export function findTypo(reading: Reading, describe: Described): FuzzyMatch | undefined {
  return describe.typos(reading).find(({ similarity }) => similarity >= TYPO_CERTAIN);
}

/** With and without the filling words: "request" is one, and part of names too. */
export function searchTypos({ words: all }: Reading, fuzzy: FuzzySearch): readonly FuzzyMatch[] {
  const words = all.map((word) => word.text);
  const queries = new Set([subjectWords(words).join(" "), words.join(" ")]);
  return [...queries].flatMap((query) => fuzzy(query, GUESSES_MAX)).sort((a, b) => b.similarity - a.similarity);
}

function toQuestion(concepts: readonly FoundConcept[], words: number): Question {
  const statuses = concepts.filter(({ score }) => score >= AS_GOOD * (concepts[0]?.score ?? 0)).flatMap(statusOf);
  if (words === 1 && statuses.length > 1)
    return { kind: "comparison", statuses: statuses.slice(0, GUESSES_MAX), view: "card" };
  return concepts[0] ? conceptQuestion(concepts[0].concept) : { kind: "help" };
}

/** The question that a description amounts to. */
export function conceptQuestion(concept: Concept): Question {
  switch (concept.kind) {
    case "status":
      return { kind: "status", status: concept.status, view: "card" };
    case "situation":
      return { kind: "situation", situation: concept.situation, view: "card" };
    case "guide":
      return { kind: "guide", guide: concept.guide };
  }
}

function statusOf({ concept }: FoundConcept): readonly Status[] {
  return concept.kind === "status" ? [concept.status] : [];
}

/** In code points. */
const QUOTE_MAX_CHARS = 60;

/** The user's words as a reply may repeat them: one line, nothing invisible, clipped between characters. */
function quotable(raw: string): string {
  const line = dropInvisible(raw.slice(0, 400).replace(/\s+/gu, " ")).trim();
  const characters = [...line];
  return characters.length > QUOTE_MAX_CHARS
    ? `${characters
        .slice(0, QUOTE_MAX_CHARS - 1)
        .join("")
        .trimEnd()}…`
    : line;
}
