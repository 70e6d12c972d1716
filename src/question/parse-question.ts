/** Text to Question. Reads everything once, then the first rule that applies decides. Total: every text is a Question. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Status } from "../catalog/types.js";
import { findMissingClass } from "./find-classes.js";
import { findImpossibleNumbers } from "./find-codes.js";
import { createFuzzySearch, type FuzzyMatch } from "./fuzzy-search.js";
import { subjectWords, wantedView, wantsComparison, wantsHelp } from "./intent.js";
import { COMPARISON_MAX_STATUSES, type Question } from "./question.js";
import { createTextReader, type Reading, resolveCode } from "./read-text.js";

/** At least this alike, and a name with typos is an answer; below it is a guess, down to the second number. */
const FUZZY_ANSWER = 0.72;
const FUZZY_GUESS = 0.5;
const GUESSES_MAX = 3;

export interface QuestionParser {
  /** Reads a text and decides what it asks. `reading` tells on what grounds. */
  parse(text: string): { readonly question: Question; readonly reading: Reading };
}

/** A status that the text names, by number or by name; several when a number or name has several owners. */
interface Subject {
  readonly statuses: readonly Status[];
  readonly by: "code" | "name";
  readonly start: number;
  readonly end: number;
}

export function createQuestionParser(catalog: Catalog): QuestionParser {
  const reader = createTextReader(catalog);
  let search: ReturnType<typeof createFuzzySearch> | undefined;
  const fuzzy = (query: string) => {
    search ??= createFuzzySearch(reader.phrases.names);
    return search(query, GUESSES_MAX);
  };
  return {
    parse: (text) => {
      const reading = reader.read(text);
      return { reading, question: decide(catalog, reading, text, fuzzy) };
    },
  };
}

function decide(catalog: Catalog, reading: Reading, raw: string, fuzzy: (query: string) => FuzzyMatch[]): Question {
  if (wantsHelp(reading.text)) return { kind: "help" };
  const subjects = findSubjects(catalog, reading);
  return (
    askedMismatch(subjects, reading) ??
    askedSeveral(catalog, subjects, reading) ??
    askedUnassigned(catalog, reading) ??
    askedOne(subjects, reading) ??
    askedClass(reading) ??
    askedImpossible(reading) ??
    askedWithTypos(reading, raw, fuzzy)
  );
}

function findSubjects(catalog: Catalog, reading: Reading): Subject[] {
  const byCode = reading.codes.map((mention): Subject => {
    return {
      statuses: resolveCode(catalog, mention, reading.owners),
      by: "code",
      start: mention.start,
      end: mention.end,
    };
  });
  const byName = reading.names.map((mention): Subject => ({ ...mention, by: "name" }));
  const named = [...byCode.filter((subject) => subject.statuses.length > 0), ...byName];
  return named.sort((a, b) => a.start - b.start);
}

/** "503 bad gateway": a number and, right beside it, the name of another status. */
function askedMismatch(subjects: readonly Subject[], reading: Reading): Question | undefined {
  if (distinctStatuses(subjects).length !== 2 || wantsComparison(reading.text)) return undefined;
  const code = subjects.find((subject) => subject.by === "code");
  const name = subjects.find((subject) => subject.by === "name");
  const [byCode, byPhrase] = [code?.statuses[0], name?.statuses[0]];
  if (!code || !name || !byCode || !byPhrase || subjects.length !== 2 || agrees(code, name)) return undefined;
  const between = reading.text.slice(Math.min(code.end, name.end), Math.max(code.start, name.start));
  return /^[\s:,()"-]*$/.test(between) ? { kind: "mismatch", byCode, byPhrase } : undefined;
}

function agrees(a: Subject, b: Subject): boolean {
  return a.statuses.some((status) => b.statuses.some((other) => other.code === status.code));
}

/** Several codes are a comparison, with or without "vs"; names only with a word that compares. */
function askedSeveral(catalog: Catalog, subjects: readonly Subject[], reading: Reading): Question | undefined {
  const compared = wantsComparison(reading.text) ? subjects : subjects.filter((subject) => subject.by === "code");
  const statuses = preferCompared(catalog, compared);
  if (statuses.length < 2) return undefined;
  if (statuses.length > COMPARISON_MAX_STATUSES) return { kind: "list", statuses };
  return { kind: "comparison", statuses, view: wantedView(reading.text) === "example" ? "examples" : "card" };
}

/** One status a subject; where a number has several owners, the one that a written comparison is about. */
function preferCompared(catalog: Catalog, subjects: readonly Subject[]): Status[] {
  const first = distinctStatuses(subjects);
  const chosen = first.map((status) => {
    const others = first.filter((other) => other !== status);
    return catalog.statusesOf(status.code).find((own) => catalog.comparisonOf([own, ...others])) ?? status;
  });
  return catalog.comparisonOf(first) ? first : chosen;
}

function distinctStatuses(subjects: readonly Subject[]): Status[] {
  const byCode = new Map<number, Status>();
  for (const { statuses } of subjects) {
    const status = statuses[0];
    if (status && !byCode.has(status.code)) byCode.set(status.code, status);
  }
  return [...byCode.values()];
}

function askedUnassigned(catalog: Catalog, reading: Reading): Question | undefined {
  const unknown = reading.codes.find((mention) => resolveCode(catalog, mention, reading.owners).length === 0);
  if (unknown) return { kind: "unassigned", code: unknown.code };
  const missing = findMissingClass(reading.text);
  return missing === undefined ? undefined : { kind: "unassigned", code: missing };
}

function askedOne(subjects: readonly Subject[], reading: Reading): Question | undefined {
  const subject = subjects.find((candidate) => candidate.by === "code") ?? longest(subjects);
  const status = subject?.statuses[0];
  if (!subject || !status) return undefined;
  if (subject.statuses.length === 1 || status.owner === "iana")
    return { kind: "status", status, view: wantedView(reading.text) };
  const sameCode = subject.statuses.every((other) => other.code === status.code);
  return { kind: sameCode ? "homonyms" : "list", statuses: subject.statuses };
}

function longest(subjects: readonly Subject[]): Subject | undefined {
  return [...subjects].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

function askedClass(reading: Reading): Question | undefined {
  const id = reading.classes[0];
  return id && { kind: "class", id };
}

function askedImpossible(reading: Reading): Question | undefined {
  const code = findImpossibleNumbers(reading.text)[0];
  return code === undefined ? undefined : { kind: "unassigned", code };
}

function askedWithTypos(reading: Reading, raw: string, fuzzy: (query: string) => FuzzyMatch[]): Question {
  const words = reading.words.map((word) => word.text);
  const queries = new Set([subjectWords(words).join(" "), words.join(" ")]);
  const matches = [...queries].flatMap(fuzzy).sort((a, b) => b.similarity - a.similarity);
  const best = matches[0];
  const status = best?.statuses[0];
  if (best && status && best.similarity >= FUZZY_ANSWER) return { kind: "status", status, view: "card" };
  const guesses = matches
    .filter((match) => match.similarity >= FUZZY_GUESS)
    .flatMap((match) => match.statuses[0] ?? []);
  const distinct = new Map(guesses.map((guess) => [statusKey(guess), guess]));
  return { kind: "nothing", asked: quotable(raw), guesses: [...distinct.values()].slice(0, GUESSES_MAX) };
}

/** In code points. */
const QUOTE_MAX_CHARS = 60;

/** The user's words as a reply may repeat them: one line, nothing invisible, clipped between characters. */
function quotable(raw: string): string {
  const line = raw
    .slice(0, 400)
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .trim();
  const characters = [...line];
  return characters.length > QUOTE_MAX_CHARS
    ? `${characters
        .slice(0, QUOTE_MAX_CHARS - 1)
        .join("")
        .trimEnd()}…`
    : line;
}
