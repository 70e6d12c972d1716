/** Names of statuses, found in running text: current and former phrases and nicknames, with or without spaces. */
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { subjectWords } from "./intent.js";
import { nameKey, type Word } from "./normalize.js";

export interface PhraseMention {
  /** All statuses with that name, registered ones first. */
  readonly statuses: readonly Status[];
  /** Offsets into the normalized text. */
  readonly start: number;
  readonly end: number;
}

export interface PhraseIndex {
  /** Names in `words`, longest first at every position, not overlapping. */
  find(words: readonly Word[]): PhraseMention[];
  /** Registered statuses whose phrase holds these words in a row: "legal reasons", "variant also". */
  partial(words: readonly string[]): readonly Status[];
  /** All names with the statuses they mean, for fuzzy search. */
  readonly names: readonly { readonly name: string; readonly statuses: readonly Status[] }[];
}

/** "not found vs gone": a longer text with "or" in it is a sentence. */
const COMPARED_MAX_WORDS = 6;

/** Phrases that are everyday words: in a sentence they name a status only when they are all that is asked. */
const EVERYDAY = new Set([
  "ok",
  "continue",
  "created",
  "accepted",
  "found",
  "gone",
  "conflict",
  "locked",
  "processing",
  "redirect",
  "blocked",
]);

/** Builds the index once; looking up is a hash look-up per window of words. */
export function createPhraseIndex(catalog: Catalog): PhraseIndex {
  const byName = new Map<string, Status[]>();
  for (const status of catalog.statuses) {
    for (const name of namesOf(status))
      if (isTelling(name, status)) byName.set(name, [...(byName.get(name) ?? []), status]);
  }
  for (const statuses of byName.values()) statuses.sort((a, b) => rank(catalog, a) - rank(catalog, b));
  const longest = Math.max(...[...byName.keys()].map((name) => name.split(" ").length));
  const firstWords = new Set([...byName.keys()].map((name) => name.split(" ", 1)[0] ?? ""));
  const lookUp = new Map(
    [...byName].flatMap(([name, statuses]) => [
      [name, statuses],
      [name.replaceAll(" ", ""), statuses],
    ]),
  );
  return {
    find: (words) => findNames(words, { byName: lookUp, longest, firstWords }),
    partial: (asked) => findPartial(asked, byName),
    names: [...byName].map(([name, statuses]) => ({ name, statuses })),
  };
}

function namesOf(status: Status): Set<string> {
  const former = status.formerPhrases.map((entry) => entry.phrase);
  const all = [status.phrase ?? "", ...former, ...status.nicknames];
  return new Set(all.map(nameKey).filter((name) => name !== "" && name !== "unused"));
}

/** Shorter texts stand in too many phrases, and so do shorter beginnings of words. */
const PARTIAL_MIN_CHARS = 4;
const BEGUN_MIN_CHARS = 3;
/** No name has more words. */
const PARTIAL_MAX_WORDS = 12;

function findPartial(words: readonly string[], byName: ReadonlyMap<string, readonly Status[]>): readonly Status[] {
  if (words.length > PARTIAL_MAX_WORDS || words.join("").length < PARTIAL_MIN_CHARS) return [];
  const holding = [...byName].filter(([name]) => holds(name.split(" "), words)).flatMap(([, statuses]) => statuses);
  return [...new Set(holding.filter(({ owner }) => owner === "iana"))];
}

/** Whether the words stand in a row in a name. Of several, each may be a beginning only: "permanent redir". */
function holds(name: readonly string[], words: readonly string[]): boolean {
  const isMeant = (word: string, full: string | undefined) =>
    full === word || (words.length > 1 && word.length >= BEGUN_MIN_CHARS && full?.startsWith(word));
  return name.some((_, from) => words.every((word, offset) => isMeant(word, name[from + offset])));
}

interface LookUp {
  readonly byName: ReadonlyMap<string, readonly Status[]>;
  /** In words. */
  readonly longest: number;
  /** No name of several words begins with any other. */
  readonly firstWords: ReadonlySet<string>;
}

function findNames(words: readonly Word[], lookUp: LookUp): PhraseMention[] {
  const found: PhraseMention[] = [];
  const subjects = subjectWords(words.map((word) => word.text).filter((word) => !/^\d{3}$/.test(word)));
  const compares = subjects.length <= COMPARED_MAX_WORDS && subjects.some((word) => /^(?:vs|versus|or)$/.test(word));
  const alone = subjects.length === 1 || compares;
  for (let from = 0; from < words.length; ) {
    const window = longestNameAt(words, from, lookUp, alone);
    if (window) found.push(window.mention);
    from += window?.length ?? 1;
  }
  return found;
}

/** `alone`: the text is about nothing but names, so that everyday words are names too. */
function longestNameAt(words: readonly Word[], from: number, lookUp: LookUp, alone: boolean) {
  const most = lookUp.firstWords.has(words[from]?.text ?? "") ? lookUp.longest : 1;
  for (let length = Math.min(words.length - from, most); length > 0; length--) {
    const window = words.slice(from, from + length);
    const [first, last] = [window[0], window.at(-1)];
    if (!first || !last || (length === 1 && !alone && EVERYDAY.has(first.text))) continue;
    const texts = window.map((word) => word.text);
    const statuses = lookUp.byName.get(texts.join(" ")) ?? lookUp.byName.get(bareConstant(texts.join("")));
    if (statuses) return { mention: { statuses, start: first.start, end: last.end }, length };
  }
  return undefined;
}

/** "HttpStatus.NOT_FOUND", "NotFoundHttpException", "HTTPConflict": the name inside an identifier. */
function bareConstant(word: string): string {
  const name = word.replace(/^(?:https?)?(?:status(?:code)?)?(?=.)/, "");
  return name.replace(/(?<=.{4})(?:https?)?(?:exception|error|result|response)$/, "");
}

/** A vendor's one-word phrase ("Blocked", "Redirect") is everybody's word; its number or the vendor's name finds it. */
function isTelling(name: string, status: Status): boolean {
  return status.owner === "iana" || name.includes(" ");
}

/** The catalog's own order of owners. */
function rank(catalog: Catalog, status: Status): number {
  return catalog.rankOf(status.owner);
}
