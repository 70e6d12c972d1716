/** That a phrase which somebody may type word for word belongs to one entry of data/. */
import type { Problem } from "./read-data.js";
import type { CatalogData } from "./types.js";

interface Asked {
  readonly path: string;
  readonly phrases: readonly string[];
}

/**
 * Every phrase of `askedAs` that stands in two files, or twice in one. What may mean two statuses belongs to a situation
 * that shows both. A team's house rules are not held to this: they may take over a phrase of data/.
 */
export function checkPhrases(catalog: CatalogData): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const { path, phrases } of askedPhrases(catalog)) {
    for (const phrase of phrases) {
      const owner = owners.get(comparable(phrase));
      if (owner !== undefined)
        problems.push({ path, field: "askedAs", reason: `"${phrase}" is asked as ${owner} too` });
      owners.set(comparable(phrase), path);
    }
  }
  return problems;
}

function askedPhrases({ statuses, situations, guides }: CatalogData): Asked[] {
  return [
    ...statuses.map(({ owner, code, askedAs }) => ({ path: `statuses/${owner}/${code}.yaml`, phrases: askedAs })),
    ...situations.map(({ id, askedAs }) => ({ path: `situations/${id}.yaml`, phrases: askedAs })),
    ...guides.map(({ id, askedAs }) => ({ path: `guides/${id}.yaml`, phrases: askedAs })),
  ];
}

/** Two phrases that differ in case and punctuation only are the same to a reader of questions. */
function comparable(phrase: string): string {
  const words = phrase
    .toLowerCase()
    .replace(/['’]/g, "")
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).join(" ");
}
