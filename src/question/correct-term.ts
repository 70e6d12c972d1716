import { editDistance } from "./similarity.js";

/** Shorter words have too many neighbors. */
const TYPO_MIN_CHARS = 5;

/** Returns a spelling aid: a term that is not in the vocabulary becomes one that is a slip of the finger away, if any. */
export function createCorrector(vocabulary: readonly string[]): (term: string) => string {
  const known = new Set(vocabulary);
  const byInitial = new Map<string, string[]>();
  for (const word of vocabulary.filter(({ length }) => length >= TYPO_MIN_CHARS)) {
    byInitial.set(word[0] ?? "", [...(byInitial.get(word[0] ?? "") ?? []), word]);
  }
  return (term) => {
    if (known.has(term) || term.length < TYPO_MIN_CHARS) return term;
    const slips = term.length >= 2 * TYPO_MIN_CHARS ? 2 : 1;
    const near = byInitial
      .get(term[0] ?? "")
      ?.find((word) => Math.abs(word.length - term.length) <= slips && editDistance(word, term) <= slips);
    return near ?? term;
  };
}
