/** Autocomplete: what somebody may be about to ask. In memory, no scoring beyond a rank. */
import type { Catalog } from "../catalog/catalog.js";
import type { Comparison, Situation, Status } from "../catalog/types.js";
import { nameKey, normalizeText } from "./normalize.js";
import type { Question } from "./question.js";

/** A question that has a canonical text, with the words it is found by. */
interface Entry {
  readonly question: Extract<Question, { kind: "status" | "comparison" | "situation" }>;
  /** "404"; "401 vs 403"; empty for a situation. */
  readonly code: string;
  readonly names: readonly string[];
  readonly concepts: readonly string[];
  /** Added to the rank: everyday and registered ones go first. */
  readonly handicap: number;
}

/**
 * Returns the search: questions for what has been typed so far, best first: the exact code, codes that begin so, names
 * that begin so, names with a word that begins so, descriptions that hold all words.
 */
export function createSuggest(catalog: Catalog): (typed: string, limit: number) => readonly Entry["question"][] {
  const entries = [
    ...catalog.statuses.map((status) => statusEntry(catalog, status)),
    ...catalog.situations.map(situationEntry),
    ...catalog.comparisons.map((comparison) => comparisonEntry(catalog, comparison)),
  ];
  return (typed, limit) => {
    const text = nameKey(normalizeText(typed).replace(/^http(?:\/[\d.]+)? ?/, ""));
    const ranked = entries.flatMap((entry, position) => {
      const rank = matchRank(entry, text);
      return rank === undefined ? [] : [{ rank: rank + entry.handicap, position, question: entry.question }];
    });
    return ranked
      .sort((a, b) => a.rank - b.rank || a.position - b.position)
      .slice(0, limit)
      .map(({ question }) => question);
  };
}

const EVERYDAY_CODES = new Set([200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504]);
/** Below one, so that a handicap never outweighs a better match. */
const HANDICAP = { rare: 0.2, comparison: 0.4, vendor: 0.5, situation: 0.3 } as const;

function statusEntry(catalog: Catalog, status: Status): Entry {
  const names = [status.phrase ?? "", ...status.formerPhrases.map(({ phrase }) => phrase), ...status.nicknames];
  const isVendor = status.owner !== "iana";
  return {
    question: { kind: "status", status, view: "card" },
    code: String(status.code),
    names: names.map(nameKey),
    concepts: [...status.askedAs, catalog.owner(status.owner).name].map(nameKey),
    handicap: (isVendor ? HANDICAP.vendor : 0) + (EVERYDAY_CODES.has(status.code) ? 0 : HANDICAP.rare),
  };
}

function situationEntry(situation: Situation): Entry {
  return {
    question: { kind: "situation", situation, view: "card" },
    code: "",
    names: [nameKey(situation.title)],
    concepts: situation.askedAs.map(nameKey),
    handicap: HANDICAP.situation,
  };
}

function comparisonEntry(catalog: Catalog, comparison: Comparison): Entry {
  const statuses = comparison.of.flatMap((key) => catalog.status(key) ?? []);
  const codes = statuses.map(({ code }) => String(code));
  return {
    question: { kind: "comparison", statuses, view: "card" },
    code: codes.join(" vs "),
    names: [codes.join(" "), [...codes].reverse().join(" vs ")],
    concepts: [],
    handicap: HANDICAP.comparison,
  };
}

function matchRank({ code, names, concepts }: Entry, text: string): number | undefined {
  if (code === text) return 0;
  if (code !== "" && code.startsWith(text)) return 1;
  const words = text.split(" ");
  if (names.some((name) => name.startsWith(text)) || `${code} ${names[0]}`.startsWith(text)) return 2;
  if (names.some((name) => holdsAll(name, words))) return 3;
  return concepts.some((concept) => holdsAll(concept, words)) ? 4 : undefined;
}

function holdsAll(name: string, words: readonly string[]): boolean {
  const padded = ` ${name}`;
  return words.every((word) => padded.includes(` ${word}`));
}
