/** Text to Question. Reads everything once, then the first rule that applies decides. Total: every text is a Question. */
import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import {
  askedByDescription,
  askedTypoComparison,
  conceptQuestion,
  type Described,
  findTypo,
  searchTypos,
} from "./asked-by-description.js";
import { askedBareName, askedName, askedNumber, DESCRIPTION_KNOWS_BETTER } from "./asked-by-name.js";
import { createCodeSearch } from "./asked-code.js";
import { codeQuestion } from "./code-question.js";
import { createConceptSearch } from "./concepts.js";
import { findMissingClass } from "./find-classes.js";
import { findImpossibleNumbers } from "./find-codes.js";
import { asksAboutMethods, findMethods, findMethodsByProperty } from "./find-methods.js";
import { findSubcode } from "./find-subcodes.js";
import { createFuzzySearch } from "./fuzzy-search.js";
import { isFiller, subjectWords, wantedView, wantsComparison, wantsHelp } from "./intent.js";
import { indexKnownTexts, type KnownTexts } from "./known-texts.js";
import { oncePer } from "./once-per.js";
import { COMPARISON_MAX_STATUSES, type Question } from "./question.js";
import { createTextReader, type Reading, resolveCode } from "./read-text.js";
import { agree, comparedStatuses, distinctStatuses, findSubjects, type Subject } from "./subjects.js";

export interface QuestionParser {
  /** Reads a text and decides what it asks. `reading` tells on what grounds. */
  parse(text: string): { readonly question: Question; readonly reading: Reading };
}

/** The indexes are built when a text first needs them. */
export function createQuestionParser(catalog: Catalog): QuestionParser {
  const reader = createTextReader(catalog);
  const known = indexKnownTexts(catalog);
  const findCode = createCodeSearch(catalog, reader);
  const fuzzy = lazy(() => createFuzzySearch(reader.phrases.names));
  const concepts = lazy(() => createConceptSearch(catalog));
  const describe: Described = {
    partial: () => reader.phrases.partial,
    fuzzy,
    typos: oncePer((reading) => searchTypos(reading, fuzzy())),
    concepts: oncePer(({ text, owners }) => concepts()(text, owners)),
  };
  const understand = (text: string, reading: Reading) => decide(catalog, reading, text, known, describe);
  return {
    parse: (text) => {
      const reading = reader.read(text);
      const asked = findCode(reading);
      const inCode = asked && codeQuestion(asked, reading, understand(asked.rest.text, asked.rest));
      return { reading, question: inCode ?? understand(text, reading) };
    },
  };
}

function decide(catalog: Catalog, reading: Reading, raw: string, known: KnownTexts, describe: Described): Question {
  if (wantsHelp(reading.text)) return { kind: "help" };
  const subjects = findSubjects(catalog, reading);
  return (
    askedSubcode(catalog, reading) ??
    askedHundreds(reading) ??
    askedTitle(reading, known) ??
    askedMismatch(subjects, reading) ??
    askedSeveral(catalog, subjects, reading) ??
    askedUnassigned(catalog, subjects, reading) ??
    askedMissingClass(reading) ??
    askedNumber(subjects, reading) ??
    askedMethods(catalog, reading, raw, describe) ??
    askedTypoComparison(catalog, reading, describe) ??
    askedBareName(subjects, reading) ??
    known.phrases().get(wordsOf(reading)) ??
    askedName(subjects, reading, describe) ??
    askedClass(reading, describe) ??
    (asksForNumber(reading) ? askedImpossible(reading) : undefined) ??
    askedByDescription(reading, raw, describe)
  );
}

const WHICH_CODE =
  /^(?:(?:so|hey|ok) )?(?:which|what) (?:http )?(?:status )?(?:code|status)(?: (?:should|do|can|must) (?:i|we|it|my api) (?:return|send|use|answer|respond with|pick|choose))?(?: here)?[?. ]*$/;

function askedTitle(reading: Reading, known: KnownTexts): Question | undefined {
  if (!/\p{L}/u.test(reading.text)) return undefined; // numbers alone title nothing, and all titles need not be read
  return known.titles().get(WHICH_CODE.test(reading.text) ? "which code" : wordsOf(reading));
}

function wordsOf(reading: Reading): string {
  return reading.words.map((word) => word.text).join(" ");
}

function askedSubcode(catalog: Catalog, reading: Reading): Question | undefined {
  const subcode = findSubcode(catalog, reading);
  return subcode && { kind: "subcode", subcode };
}

/** "the 400s": read as a code, it would be 400. */
function askedHundreds(reading: Reading): Question | undefined {
  const mention = reading.classes.find(({ name }) => name.endsWith("00s"));
  return mention && { kind: "class", ids: [mention.id] };
}

/** "503 bad gateway": a number and, right beside it, the name of another status. */
function askedMismatch(subjects: readonly Subject[], reading: Reading): Question | undefined {
  if (distinctStatuses(subjects).length !== 2 || wantsComparison(reading.text)) return undefined;
  const code = subjects.find((subject) => subject.by === "code");
  const name = subjects.find((subject) => subject.by === "name");
  const [byCode, byPhrase] = [code?.statuses[0], name?.statuses[0]];
  if (!code || !name || !byCode || !byPhrase || subjects.length !== 2 || agree(code, name)) return undefined;
  const between = reading.text.slice(Math.min(code.end, name.end), Math.max(code.start, name.start));
  return /^[\s:,()"-]*$/.test(between) ? { kind: "mismatch", byCode, byPhrase } : undefined;
}

/** Several codes are a comparison, with or without "vs"; names only with a word that compares. */
function askedSeveral(catalog: Catalog, subjects: readonly Subject[], reading: Reading): Question | undefined {
  const compared = wantsComparison(reading.text) ? subjects : subjects.filter((subject) => subject.by === "code");
  const statuses = comparedStatuses(catalog, compared);
  if (statuses.length < 2) return undefined;
  if (statuses.length > COMPARISON_MAX_STATUSES) return { kind: "list", statuses };
  return { kind: "comparison", statuses, view: wantedView(reading.text) === "example" ? "examples" : "card" };
}

/** A number that nobody uses: it is the answer where no known code is asked about, or where both are compared. */
function askedUnassigned(catalog: Catalog, subjects: readonly Subject[], reading: Reading): Question | undefined {
  const unknown = reading.codes.find(
    (mention) =>
      resolveCode(catalog, mention, reading.owners).length === 0 &&
      !subjects.some(({ start }) => start === mention.start),
  );
  const known = distinctStatuses(subjects.filter((subject) => subject.by === "code"));
  if (!unknown || (known.length > 0 && !wantsComparison(reading.text))) return undefined;
  if (known.length === 0 && isAmount(reading)) return undefined;
  return { kind: "unassigned", code: unknown.code, beside: known };
}

/** More words than these around a number that is no code, and it is how many: "page 900 of a list with three pages". */
const UNASSIGNED_MAX_WORDS = 3;
const MARKED = /\b(?:https?|status|code|error)[ :=]*\d|\d (?:status|codes?|errors?|responses?)\b/;

function isAmount({ text, words, owners }: Reading): boolean {
  const others = words.filter((word) => !/^\d/.test(word.text) && !isFiller(word.text));
  return others.length > UNASSIGNED_MAX_WORDS && owners.length === 0 && !MARKED.test(text);
}

/** "6xx" */
function askedMissingClass(reading: Reading): Question | undefined {
  const code = findMissingClass(reading.text);
  return code === undefined ? undefined : { kind: "unassigned", code, beside: [] };
}

function askedMethods(catalog: Catalog, reading: Reading, raw: string, describe: Described): Question | undefined {
  const byProperty = findMethodsByProperty(catalog, reading.text);
  if (byProperty.length > 0) return { kind: "methods", methods: byProperty };
  const methods = findMethods(catalog, raw);
  if (methods.length === 0) return undefined;
  const others = subjectWords(reading.words.map((word) => word.text)).filter(
    (word) => !catalog.method(word.toUpperCase()),
  );
  const isCompared = methods.length > 1 && wantsComparison(reading.text);
  const isAside = others.length > 0 && !isCompared && !asksAboutMethods(reading.text);
  const found = isAside ? describe.concepts(reading)[0] : undefined;
  const enough = others.length > 1 ? DESCRIPTION_KNOWS_BETTER.long : DESCRIPTION_KNOWS_BETTER.short;
  if (found && found.score >= enough && found.concept.kind !== "guide") return conceptQuestion(found.concept);
  return { kind: "methods", methods: methods.slice(0, COMPARISON_MAX_STATUSES) };
}

/** How well a description must fit to go before the name of a class in it. */
const BETTER_THAN_CLASS = { pattern: Number.POSITIVE_INFINITY, plural: 0.6, singular: 0.42 } as const;

/** "the server error range": what a class may be called. */
const CLASS_WORDS = new Set("category class classes family group numbers range ranges series".split(" "));

/** "redirect http to https" is about these two, and no class. */
const HTTP_AND_HTTPS = /\bhttp\b.*\bhttps\b|\bhttps\b.*\bhttp\b/;

/** Classes, unless the name of one ("redirect") is only a word of a description. */
function askedClass(reading: Reading, describe: Described): Question | undefined {
  const mention = reading.classes[0];
  if (!mention || HTTP_AND_HTTPS.test(reading.text)) return undefined;
  const question: Question = { kind: "class", ids: [...new Set(reading.classes.map(({ id }) => id))] };
  const others = subjectWords(reading.words.map((word) => word.text)).filter(
    (word) => !mention.name.split(" ").includes(word) && !CLASS_WORDS.has(word),
  );
  if (others.length === 0 || mention.by === "pattern") return question;
  if (findTypo(reading, describe) !== undefined) return undefined;
  const described = describe.concepts(reading).find(({ concept }) => concept.kind !== "guide");
  return (described?.score ?? 0) >= BETTER_THAN_CLASS[mention.by] ? undefined : question;
}

/** "http 0", "1000": in a description ("more than 1000 rows") a number is how many. */
function asksForNumber({ text, words }: Reading): boolean {
  const others = words.filter((word) => !/^\d+$/.test(word.text) && !isFiller(word.text));
  return others.length === 0 || /\b(?:https?|status|code|error)[ :=]*-?\d/.test(text);
}

function askedImpossible(reading: Reading): Question | undefined {
  const code = findImpossibleNumbers(reading.text)[0];
  return code === undefined ? undefined : { kind: "unassigned", code, beside: [] };
}
