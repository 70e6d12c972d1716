/**
 * Finds what a description is about ("user is not logged in") among targets that each come with phrases people use.
 * Four views are added up: the single phrase that is most alike; all phrases of the target taken together, so that words
 * which no single phrase combines still find it; the words of its own text; and the phrases of all targets of the same
 * group, since several situations lead to the same status. Terms weigh by how few targets use them.
 */
import { createCorrector } from "./correct-term.js";

export interface ConceptTarget<T> {
  readonly target: T;
  /** Targets of one group support each other: all that lead to the same status. */
  readonly group: string;
  readonly phrases: readonly string[];
  /** Running text about the target; its words count less. */
  readonly text: string;
}

export interface ConceptMatch<T> {
  readonly target: T;
  readonly group: string;
  /** 0 to 1: how much of the description's weight the target explains. */
  readonly score: number;
  /** How many of the description's terms the target's phrases hold. */
  readonly support: number;
  /** 0 to 1: how much of its most alike phrase and of the description are the same. */
  readonly alike: number;
  /** Whether some phrase or other holds every term of the description. */
  readonly isKnown: boolean;
}

/** Shares of the four views; they add up to 1. Found by leaving out each phrase in turn and asking for it. */
const SHARE = { phrase: 0.4, together: 0.27, text: 0.13, group: 0.2 } as const;
/** A word that no phrase holds, against one that a single target's do: it may be any subject's name. */
const UNKNOWN_SHARE = 0.4;
/** More terms than this are no description of one situation. */
const QUERY_MAX_TERMS = 24;

interface Indexed<T> {
  readonly source: ConceptTarget<T>;
  readonly counts: ReadonlyMap<string, number>;
  readonly textTerms: ReadonlySet<string>;
  readonly groupCounts: ReadonlyMap<string, number>;
}

/** Returns the search: the best targets for a text, best first, at most `limit`. `read` gives the terms of a text. */
export function createConceptIndex<T>(
  targets: readonly ConceptTarget<T>[],
  read: (text: string) => readonly string[],
): (text: string, limit: number) => ConceptMatch<T>[] {
  const termSets = targets.map(({ phrases }) =>
    phrases.map((phrase) => new Set(read(phrase))).filter((terms) => terms.size > 0),
  );
  const weights = weighTerms(termSets.map((sets) => new Set(sets.flatMap((set) => [...set]))));
  const unknownWeight = UNKNOWN_SHARE * Math.log(1 + targets.length);
  const total = (terms: Iterable<string>) => sum(terms, (term) => weights.get(term) ?? unknownWeight);
  const indexed = indexTargets(targets, termSets, read);
  const phrases = indexPhrases(termSets, total);
  const correct = createCorrector([...weights.keys()]);

  return (text, limit) => {
    const typed = read(text).slice(0, QUERY_MAX_TERMS);
    // A single word is no description: corrected, it could become anything.
    const terms = [...new Set(typed.length > 1 ? typed.map(correct) : typed)];
    const weight = total(terms);
    if (weight === 0) return [];
    const isKnown = terms.every((term) => weights.has(term));
    const best = bestPhrases(terms, weight, phrases, total);
    const share = (part: (term: string) => number) =>
      sum(terms, (term) => (weights.get(term) ?? unknownWeight) * part(term)) / weight;
    return indexed
      .map(({ source, counts, textTerms, groupCounts }, index): ConceptMatch<T> => {
        const alike = best.get(index) ?? 0;
        const score =
          SHARE.phrase * alike +
          SHARE.together * share((term) => saturate(counts.get(term))) +
          SHARE.text * share((term) => (textTerms.has(term) ? 1 : 0)) +
          SHARE.group * share((term) => saturate(groupCounts.get(term)));
        const support = terms.filter((term) => counts.has(term)).length;
        return { target: source.target, group: source.group, score, support, alike, isKnown };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
}

function indexTargets<T>(
  targets: readonly ConceptTarget<T>[],
  termSets: readonly (readonly ReadonlySet<string>[])[],
  read: (text: string) => readonly string[],
): Indexed<T>[] {
  const counts = termSets.map(countTerms);
  const byGroup = new Map<string, ReadonlySet<string>[]>();
  for (const [index, { group }] of targets.entries())
    byGroup.set(group, [...(byGroup.get(group) ?? []), ...(termSets[index] ?? [])]);
  const groupCounts = new Map([...byGroup].map(([group, sets]) => [group, countTerms(sets)]));
  return targets.map((source, index) => ({
    source,
    counts: counts[index] ?? new Map(),
    textTerms: new Set(read(source.text)),
    groupCounts: groupCounts.get(source.group) ?? new Map(),
  }));
}

interface Phrase {
  readonly target: number;
  readonly weight: number;
  readonly isNegative: boolean;
}

/** Terms that turn a description into its opposite: "report generated", "report not generated". */
const NEGATIVE = new Set(["not", "fail", "missing", "wrong", "deny"]);
/** How much of a likeness is left where one of the two is negative. */
const OPPOSITE = 0.8;

function isNegative(terms: Iterable<string>): boolean {
  return [...terms].some((term) => NEGATIVE.has(term));
}

interface PhraseIndex {
  readonly phrases: readonly Phrase[];
  /** Positions of the phrases that hold a term. */
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
}

function indexPhrases(
  termSets: readonly (readonly ReadonlySet<string>[])[],
  total: (terms: Iterable<string>) => number,
): PhraseIndex {
  const phrases: Phrase[] = [];
  const byTerm = new Map<string, number[]>();
  for (const [target, sets] of termSets.entries()) {
    for (const terms of sets) {
      for (const term of terms) {
        const positions = byTerm.get(term) ?? [];
        positions.push(phrases.length);
        byTerm.set(term, positions);
      }
      phrases.push({ target, weight: total(terms), isNegative: isNegative(terms) });
    }
  }
  return { phrases, byTerm };
}

/** By target, how alike its best phrase is: 1 when all weight is shared, 0 when none is. */
function bestPhrases(
  terms: readonly string[],
  weight: number,
  { phrases, byTerm }: PhraseIndex,
  total: (terms: Iterable<string>) => number,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const term of terms) {
    const termWeight = total([term]);
    for (const position of byTerm.get(term) ?? []) shared.set(position, (shared.get(position) ?? 0) + termWeight);
  }
  const best = new Map<number, number>();
  const negative = isNegative(terms);
  for (const [position, common] of shared) {
    const phrase = phrases[position];
    if (!phrase) continue;
    const alike = ((2 * common) / (weight + phrase.weight)) * (phrase.isNegative === negative ? 1 : OPPOSITE);
    if (alike > (best.get(phrase.target) ?? 0)) best.set(phrase.target, alike);
  }
  return best;
}

/** Inverse document frequency: a term that every target uses weighs little. */
function weighTerms(documents: readonly ReadonlySet<string>[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [term, count] of countTerms(documents)) weights.set(term, Math.log(1 + documents.length / count));
  return weights;
}

function countTerms(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Many phrases with a term count more than one, but not many times more. */
function saturate(count = 0): number {
  return count / (count + 1);
}

function sum(terms: Iterable<string>, value: (term: string) => number): number {
  let all = 0;
  for (const term of terms) all += value(term);
  return all;
}
