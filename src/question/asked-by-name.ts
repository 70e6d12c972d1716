/** Questions that name one status, by its number or by its name. */
import { askedPart, conceptQuestion, type Described } from "./asked-by-description.js";
import { askedOwners } from "./asked-owners.js";
import { isFiller, wantedView } from "./intent.js";
import type { Question } from "./question.js";
import type { Reading } from "./read-text.js";
import type { Subject } from "./subjects.js";

/**
 * How well a description must fit to go before a name in it: "PUT creates the thing" knows better than PUT's list of
 * answers, "certificate file not found" better than 404. `long` is for texts with several other words.
 */
export const DESCRIPTION_KNOWS_BETTER = { long: 0.45, short: 0.6 } as const;

export function askedNumber(subjects: readonly Subject[], reading: Reading): Question | undefined {
  return askedSubject(
    subjects.find((subject) => subject.by === "code"),
    reading,
  );
}

/** A name that is all there is to the text; in a sentence it may be only part of a description. */
export function askedBareName(subjects: readonly Subject[], reading: Reading): Question | undefined {
  const name = longestName(subjects);
  return name && namelessWords(name, reading).length === 0 ? askedSubject(name, reading) : undefined;
}

export function askedName(subjects: readonly Subject[], reading: Reading, describe: Described): Question | undefined {
  const name = longestName(subjects);
  if (!name) return undefined;
  const part = askedPart(reading, describe); // "unavailable for legal" is more of a name than "unavailable"
  if (part) return part;
  const others = namelessWords(name, reading);
  const found = others.length > 1 ? describe.concepts(reading)[0] : undefined;
  const isBetter = found && found.score >= DESCRIPTION_KNOWS_BETTER.short && found.concept.kind !== "guide";
  return isBetter ? conceptQuestion(found.concept) : askedSubject(name, reading);
}

function longestName(subjects: readonly Subject[]): Subject | undefined {
  return [...subjects].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

/** What the text says besides a name. */
function namelessWords(name: Subject, reading: Reading): readonly string[] {
  const around = reading.words.filter(({ start, end }) => end <= name.start || start >= name.end);
  return around.map((word) => word.text).filter((word) => !isFiller(word));
}

function askedSubject(subject: Subject | undefined, reading: Reading): Question | undefined {
  const status = subject?.statuses[0];
  if (!subject || !status) return undefined;
  const certain = subject.statuses.length === 1 || status.owner === "iana";
  const around = `${reading.text.slice(0, subject.start)} ${reading.text.slice(subject.end)}`;
  if (certain) return { kind: "status", status, view: wantedView(around) };
  return askedOwners(subject.statuses);
}
