/** Text to the terms that its meaning hangs on: stemmed, synonyms folded into one term, filling words and bare numbers dropped. */
import type { Synonyms } from "../catalog/types.js";
import { normalizeText, splitWords } from "./normalize.js";
import { stem } from "./stem.js";

/** Words that say nothing about which situation it is. Subjects, objects and verbs of the situation are not among them. */
const STOPWORDS = new Set(
  (
    "a about actually all also am an and any anyone are as at be because been being but by can call called calls code codes could d did do does doing done " +
    "for from get gets getting give gives go going got had has have he her here hey hi his how http i id if im in instead into is it its just know ll " +
    "lookup m me mean means might my now of off ok on one ones or our out please pls re reply respond responds response responses return returned " +
    "returning returns right s say send sends sending sent she should show so some status t tell than that thats the their them then there theres these they " +
    "theyre think this those to tried tries try trying u up us use used uses using ve very want wants was we well went were weve what whats when where which while who why will " +
    "with would you your answer answers api ask asks asked best better correct example explain good like need proper thanks used via vs whatever"
  ).split(" "),
);
const SYNONYM_MAX_WORDS = 4;

/** Returns the reading of a text as terms, in order, repeats included. */
export function createTermReader(synonyms: readonly Synonyms[]): (text: string) => string[] {
  const folded = new Map<string, string>();
  for (const { term, same } of synonyms) {
    for (const phrase of [term, ...same]) folded.set(stems(phrase).join(" "), term);
  }
  return (text) => {
    const words = stems(text);
    const terms: string[] = [];
    for (let from = 0; from < words.length; ) {
      const [length, term] = longestSynonym(words, from, folded);
      if (term !== undefined) terms.push(term);
      from += length;
    }
    return terms;
  };
}

function stems(text: string): string[] {
  return splitWords(normalizeText(text)).map(({ text: word }) => (STOPWORDS.has(word) ? word : stem(word)));
}

/** How many words the next term takes up, and the term; none for a filling word. */
function longestSynonym(
  words: readonly string[],
  from: number,
  folded: ReadonlyMap<string, string>,
): [number, string | undefined] {
  for (let length = Math.min(SYNONYM_MAX_WORDS, words.length - from); length > 0; length--) {
    const term = folded.get(words.slice(from, from + length).join(" "));
    if (term !== undefined) return [length, term];
  }
  const word = words[from] ?? "";
  return [1, STOPWORDS.has(word) || word.length < 2 || /^\d+$/.test(word) ? undefined : word];
}
