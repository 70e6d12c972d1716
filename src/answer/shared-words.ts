/** Words that tie a message to a status beyond its number: "is 302 or 303 right after a form post". */
import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import type { Status } from "../catalog/types.js";
import type { Reading } from "../question/read-text.js";
import { createTermReader } from "../question/terms.js";

export type SharesWords = (reading: Reading, statuses: readonly Status[]) => boolean;

/** A term that more of all statuses use ("not", "still") ties nothing together. */
const DISTINCTIVE_MAX = 0.2;

/** Returns the test: whether a text shares a distinctive term with one of the statuses, its own names and numbers aside. */
export function createSharedWords(catalog: Catalog): SharesWords {
  const terms = lazy(() => createTermReader(catalog.synonyms));
  const vocabulary = lazy(() => distinctiveTerms(catalog.statuses, terms()));
  return (reading, statuses) =>
    terms()(besidesNames(reading)).some((term) => statuses.some((status) => vocabulary().get(status)?.has(term)));
}

function distinctiveTerms(
  statuses: readonly Status[],
  terms: (text: string) => readonly string[],
): Map<Status, ReadonlySet<string>> {
  const used = new Map(
    statuses.map((status): [Status, string[]] => {
      const phrases = [...status.askedAs, ...status.nicknames, status.phrase ?? ""];
      return [status, [...new Set(phrases.flatMap(terms))]];
    }),
  );
  const counts = new Map<string, number>();
  for (const own of used.values()) for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
  const isDistinctive = (term: string) => (counts.get(term) ?? 0) <= DISTINCTIVE_MAX * statuses.length;
  return new Map([...used].map(([status, own]) => [status, new Set(own.filter(isDistinctive))]));
}

function besidesNames({ words, names }: Reading): string {
  return words
    .filter(({ text, start }) => !/\d/.test(text) && !names.some((name) => start >= name.start && start < name.end))
    .map(({ text }) => text)
    .join(" ");
}
