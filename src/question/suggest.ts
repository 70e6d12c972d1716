/** Autocomplete: what somebody may be about to ask. In memory, no scoring beyond a rank. */
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { nameKey, normalizeText } from "./normalize.js";

interface Entry {
  readonly status: Status;
  readonly code: string;
  readonly names: readonly string[];
  readonly concepts: readonly string[];
}

/**
 * Returns the search: statuses for what has been typed so far, best first: the exact code, codes that begin so, names
 * that begin so, names with a word that begins so, descriptions that hold all words.
 */
export function createSuggest(catalog: Catalog): (typed: string, limit: number) => readonly Status[] {
  const entries = catalog.statuses.map((status) => createEntry(catalog, status));
  return (typed, limit) => {
    const text = nameKey(normalizeText(typed).replace(/^http(?:\/[\d.]+)? ?/, ""));
    const ranked = entries.flatMap((entry) => {
      const rank = rankEntry(entry, text);
      return rank === undefined ? [] : [{ rank, status: entry.status }];
    });
    return ranked
      .sort((a, b) => a.rank - b.rank || a.status.code - b.status.code)
      .slice(0, limit)
      .map(({ status }) => status);
  };
}

function createEntry(catalog: Catalog, status: Status): Entry {
  const names = [status.phrase ?? "", ...status.formerPhrases.map(({ phrase }) => phrase), ...status.nicknames];
  const owner = catalog.owner(status.owner).name;
  return {
    status,
    code: String(status.code),
    names: names.map(nameKey),
    concepts: [...status.askedAs, owner].map(nameKey),
  };
}

const EVERYDAY_CODES = new Set([200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504]);

/** Lower is better; a registered code goes before a vendor's of the same rank. */
function rankEntry({ status, code, names, concepts }: Entry, text: string): number | undefined {
  const rank = matchRank(code, names, concepts, text);
  if (rank === undefined) return undefined;
  return rank + (status.owner === "iana" ? 0 : 0.5) + (EVERYDAY_CODES.has(status.code) ? 0 : 0.2);
}

function matchRank(
  code: string,
  names: readonly string[],
  concepts: readonly string[],
  text: string,
): number | undefined {
  if (code === text) return 0;
  if (code.startsWith(text)) return 1;
  const words = text.split(" ");
  if (names.some((name) => name.startsWith(text)) || `${code} ${names[0]}`.startsWith(text)) return 2;
  if (names.some((name) => holdsAll(name, words))) return 3;
  return concepts.some((concept) => holdsAll(concept, words)) ? 4 : undefined;
}

function holdsAll(name: string, words: readonly string[]): boolean {
  const padded = ` ${name}`;
  return words.every((word) => padded.includes(` ${word}`));
}
