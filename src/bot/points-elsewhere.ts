import { normalizeText, splitWords } from "../question/normalize.js";

/** Words that point at another message instead of asking something themselves. */
const POINTING = new Set(
  "a about at can could does explain help here hey is it look looks mean means please pls read tell that the this u us what whats wtf you me".split(
    " ",
  ),
);

/** Whether a text asks nothing itself ("explain this", or nothing at all), so that what it points at is the question. */
export function pointsElsewhere(text: string): boolean {
  return splitWords(normalizeText(text)).every((word) => POINTING.has(word.text));
}
