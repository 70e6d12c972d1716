/** Texts that are questions as they stand, word for word. */
import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import { nameKey } from "./normalize.js";
import type { Question } from "./question.js";

export interface KnownTexts {
  /** What buttons ask. */
  readonly titles: () => ReadonlyMap<string, Question>;
  /** What data says people ask. */
  readonly phrases: () => ReadonlyMap<string, Question>;
}

/** Keys are words joined by single spaces. Each index is built when it is first needed. */
export function indexKnownTexts(catalog: Catalog): KnownTexts {
  return { titles: lazy(() => indexTitles(catalog)), phrases: lazy(() => indexPhrases(catalog)) };
}

/** Titles of situations and guides, and the steps to a code: what buttons ask word for word. */
function indexTitles(catalog: Catalog): ReadonlyMap<string, Question> {
  const titles = new Map<string, Question>();
  for (const step of catalog.steps) {
    titles.set(step.id === "start" ? "which code" : nameKey(`which code ${step.id}`), { kind: "step", step });
  }
  for (const guide of catalog.guides) titles.set(nameKey(guide.title), { kind: "guide", guide });
  for (const situation of catalog.situations) {
    titles.set(nameKey(situation.title), { kind: "situation", situation, view: "card" });
    titles.set(`${nameKey(situation.title)} example`, { kind: "situation", situation, view: "example" });
  }
  return titles;
}

/** The phrases that data gives for guides, situations and statuses, asked word for word; the later ones win. */
function indexPhrases(catalog: Catalog): ReadonlyMap<string, Question> {
  const phrases = new Map<string, Question>();
  const add = (asked: readonly string[], question: Question) => {
    for (const phrase of asked) phrases.set(nameKey(phrase), question);
  };
  for (const guide of catalog.guides) add(guide.askedAs, { kind: "guide", guide });
  for (const status of catalog.statuses.filter(({ owner }) => owner === "iana"))
    add(status.askedAs, { kind: "status", status, view: "card" });
  for (const situation of catalog.situations) add(situation.askedAs, { kind: "situation", situation, view: "card" });
  return phrases;
}
