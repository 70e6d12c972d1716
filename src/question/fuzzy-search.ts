/** Names with typos. A trigram index picks a shortlist, Fuse.js ranks it, an edit distance confirms or rejects. */
import Fuse from "fuse.js";
import type { Status } from "../catalog/types.js";
import { similarity } from "./similarity.js";

export interface FuzzyMatch {
  readonly statuses: readonly Status[];
  /** 1 is identical, 0 has nothing in common. */
  readonly similarity: number;
}

interface Name {
  readonly name: string;
  readonly statuses: readonly Status[];
}

/** Fuse.js over everything takes 5–14 ms; over this many it takes well under one. */
const SHORTLIST_MAX = 24;
/** A name that shares fewer of the query's trigrams is another word altogether. */
const SHARED_MIN = 0.2;
/** A name that is this much shorter or longer can be no answer: too many letters would have to change. */
const LENGTH_RATIO_MIN = 0.5;
/** The longest name has 40 characters; a longer query is no name with a typo. */
const QUERY_MAX_CHARS = 64;

/** Returns the search: the best matches for a query of plain words, best first, at most `limit`. */
export function createFuzzySearch(names: readonly Name[]): (query: string, limit: number) => FuzzyMatch[] {
  const shortlist = createShortlist(names);
  return (query, limit) => {
    if (query.length > QUERY_MAX_CHARS) return [];
    const fuse = new Fuse(shortlist(query), { keys: ["name"], threshold: 0.6, ignoreLocation: true, shouldSort: true });
    return fuse
      .search(query)
      .map(({ item }) => ({ statuses: item.statuses, similarity: similarity(query, item.name) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, limit);
  };
}

function createShortlist(names: readonly Name[]): (query: string) => Name[] {
  const index = new Map<string, number[]>();
  for (const [position, { name }] of names.entries()) {
    for (const gram of trigrams(name)) index.set(gram, [...(index.get(gram) ?? []), position]);
  }
  return (query) => {
    const hits = new Map<number, number>();
    const grams = trigrams(query);
    for (const gram of grams) {
      for (const position of index.get(gram) ?? []) hits.set(position, (hits.get(position) ?? 0) + 1);
    }
    return [...hits]
      .filter(([, shared]) => shared >= SHARED_MIN * grams.size)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .flatMap(([position]) => names[position] ?? [])
      .filter(
        ({ name }) => Math.min(name.length, query.length) >= LENGTH_RATIO_MIN * Math.max(name.length, query.length),
      )
      .slice(0, SHORTLIST_MAX);
  };
}

/** Three-letter windows, with the ends of the text marked, so that a first letter counts. */
function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)));
}
