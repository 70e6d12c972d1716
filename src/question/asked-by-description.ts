/** Questions without a number or a known name: names with typos, and descriptions of what happened. */
import { statusKey } from "../catalog/status-key.js";
import type { Status } from "../catalog/types.js";
import type { createConceptSearch, FoundConcept } from "./concepts.js";
import type { createFuzzySearch } from "./fuzzy-search.js";
import { subjectWords } from "./intent.js";
import type { Question } from "./question.js";
import type { Reading } from "./read-text.js";

/** The searches, made when first needed. */
export interface Described {
  readonly fuzzy: () => ReturnType<typeof createFuzzySearch>;
  readonly concepts: () => ReturnType<typeof createConceptSearch>;
}

/** A name with so few typos needs no second opinion; below the second number it is a guess, below the third nothing. */
const TYPO_CERTAIN = 0.85;
const TYPO_LIKELY = 0.72;
const TYPO_GUESS = 0.5;
/** A description that fits so well goes before a name with typos; below the second number it is only a guess. */
const CONCEPT_CERTAIN = 0.6;
const CONCEPT_LIKELY = 0.42;
const CONCEPT_GUESS = 0.36;
/** Statuses that fit a single word this much as well as the best are all meant: "timeout". */
const AS_GOOD = 0.85;
const GUESSES_MAX = 3;

export function askedByDescription(reading: Reading, raw: string, describe: Described): Question {
  const words = reading.words.map((word) => word.text);
  const queries = new Set([subjectWords(words).join(" "), words.join(" ")]);
  const typos = [...queries]
    .flatMap((query) => describe.fuzzy()(query, GUESSES_MAX))
    .sort((a, b) => b.similarity - a.similarity);
  const concepts = describe.concepts()(reading.text, reading.owners);
  const name = { status: typos[0]?.statuses[0], similarity: typos[0]?.similarity ?? 0 };
  const score = concepts[0]?.score ?? 0;
  const isName = (least: number) => (name.similarity >= least ? name.status : undefined);
  const typo = isName(TYPO_CERTAIN) ?? (score < CONCEPT_LIKELY ? isName(TYPO_LIKELY) : undefined);
  if (typo) return { kind: "status", status: typo, view: "card" };
  if (score >= (name.similarity >= TYPO_LIKELY ? CONCEPT_CERTAIN : CONCEPT_LIKELY))
    return toQuestion(concepts, words.length);
  if (isName(TYPO_LIKELY) && name.status) return { kind: "status", status: name.status, view: "card" };
  const guesses = [
    ...typos.filter(({ similarity }) => similarity >= TYPO_GUESS).flatMap(({ statuses }) => statuses[0] ?? []),
    ...concepts.filter((found) => found.score >= CONCEPT_GUESS).flatMap(statusOf),
  ];
  const distinct = [...new Map(guesses.map((guess) => [statusKey(guess), guess])).values()];
  return { kind: "nothing", asked: quotable(raw), guesses: distinct.slice(0, GUESSES_MAX) };
}

function toQuestion(concepts: readonly FoundConcept[], words: number): Question {
  const statuses = concepts.filter(({ score }) => score >= AS_GOOD * (concepts[0]?.score ?? 0)).flatMap(statusOf);
  const best = concepts[0]?.concept;
  if (words === 1 && statuses.length > 1) return { kind: "list", statuses: statuses.slice(0, GUESSES_MAX) };
  switch (best?.kind) {
    case undefined:
      return { kind: "help" };
    case "status":
      return { kind: "status", status: best.status, view: "card" };
    case "situation":
      return { kind: "situation", situation: best.situation, view: "card" };
    case "guide":
      return { kind: "guide", guide: best.guide };
  }
}

function statusOf({ concept }: FoundConcept): readonly Status[] {
  return concept.kind === "status" ? [concept.status] : [];
}

/** In code points. */
const QUOTE_MAX_CHARS = 60;

/** The user's words as a reply may repeat them: one line, nothing invisible, clipped between characters. */
function quotable(raw: string): string {
  const line = raw
    .slice(0, 400)
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .trim();
  const characters = [...line];
  return characters.length > QUOTE_MAX_CHARS
    ? `${characters
        .slice(0, QUOTE_MAX_CHARS - 1)
        .join("")
        .trimEnd()}…`
    : line;
}
