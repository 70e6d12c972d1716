/** Text to Question. Reads everything once, then the first rule that applies decides. Total: every text is a Question. */
import type { Catalog } from "../catalog/catalog.js";
import { askedByDescription, type Described } from "./asked-by-description.js";
import { createConceptSearch } from "./concepts.js";
import { findMissingClass } from "./find-classes.js";
import { findImpossibleNumbers } from "./find-codes.js";
import { findMethods } from "./find-methods.js";
import { findSubcode } from "./find-subcodes.js";
import { createFuzzySearch } from "./fuzzy-search.js";
import { subjectWords, wantedView, wantsComparison, wantsHelp } from "./intent.js";
import { lazy } from "./lazy.js";
import { nameKey } from "./normalize.js";
import { COMPARISON_MAX_STATUSES, type Question } from "./question.js";
import { createTextReader, type Reading, resolveCode } from "./read-text.js";
import { agree, comparedStatuses, distinctStatuses, findSubjects, type Subject } from "./subjects.js";

export interface QuestionParser {
  /** Reads a text and decides what it asks. `reading` tells on what grounds. */
  parse(text: string): { readonly question: Question; readonly reading: Reading };
}

/** The indexes are built when a text first needs them. */
export function createQuestionParser(catalog: Catalog): QuestionParser {
  const reader = createTextReader(catalog);
  const titles = lazy(() => indexTitles(catalog));
  const describe: Described = {
    fuzzy: lazy(() => createFuzzySearch(reader.phrases.names)),
    concepts: lazy(() => createConceptSearch(catalog)),
  };
  return {
    parse: (text) => {
      const reading = reader.read(text);
      return { reading, question: decide(catalog, reading, text, titles, describe) };
    },
  };
}

function decide(
  catalog: Catalog,
  reading: Reading,
  raw: string,
  titles: () => ReadonlyMap<string, Question>,
  describe: Described,
): Question {
  if (wantsHelp(reading.text)) return { kind: "help" };
  const subjects = findSubjects(catalog, reading);
  return (
    askedSubcode(catalog, reading) ??
    askedMismatch(subjects, reading) ??
    askedSeveral(catalog, subjects, reading) ??
    askedUnassigned(catalog, reading) ??
    askedNumber(subjects, reading) ??
    askedTitle(reading, titles) ??
    askedMethods(catalog, reading, raw, describe) ??
    askedName(subjects, reading) ??
    askedClass(reading, describe) ??
    askedImpossible(reading) ??
    askedByDescription(reading, raw, describe)
  );
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

const WHICH_CODE =
  /^(?:(?:so|hey|ok) )?(?:which|what) (?:http )?(?:status )?(?:code|status)(?: (?:should|do|can|must) (?:i|we|it|my api) (?:return|send|use|answer|respond with|pick|choose))?(?: here)?[?. ]*$/;

function askedTitle(reading: Reading, titles: () => ReadonlyMap<string, Question>): Question | undefined {
  const key = reading.words.map((word) => word.text).join(" ");
  return titles().get(WHICH_CODE.test(reading.text) ? "which code" : key);
}

function askedSubcode(catalog: Catalog, reading: Reading): Question | undefined {
  const subcode = findSubcode(catalog, reading);
  return subcode && { kind: "subcode", subcode };
}

/** "503 bad gateway": a number and, right beside it, the name of another status. */
function askedMismatch(subjects: readonly Subject[], reading: Reading): Question | undefined {
  if (distinctStatuses(subjects).length !== 2 || wantsComparison(reading.text)) return undefined;
  const code = subjects.find((subject) => subject.by === "code");
  const name = subjects.find((subject) => subject.by === "name");
  const [byCode, byPhrase] = [code?.statuses[0], name?.statuses[0]];
  if (!code || !name || !byCode || !byPhrase || subjects.length !== 2 || agree(code, name)) return undefined;
  const between = reading.text.slice(Math.min(code.end, name.end), Math.max(code.start, name.start));
  return /^[\s:,()"-]*$/.test(between) ? { kind: "mismatch", byCode, byPhrase } : undefined;
}

/** Several codes are a comparison, with or without "vs"; names only with a word that compares. */
function askedSeveral(catalog: Catalog, subjects: readonly Subject[], reading: Reading): Question | undefined {
  const compared = wantsComparison(reading.text) ? subjects : subjects.filter((subject) => subject.by === "code");
  const statuses = comparedStatuses(catalog, compared);
  if (statuses.length < 2) return undefined;
  if (statuses.length > COMPARISON_MAX_STATUSES) return { kind: "list", statuses };
  return { kind: "comparison", statuses, view: wantedView(reading.text) === "example" ? "examples" : "card" };
}

function askedUnassigned(catalog: Catalog, reading: Reading): Question | undefined {
  const unknown = reading.codes.find((mention) => resolveCode(catalog, mention, reading.owners).length === 0);
  if (unknown) return { kind: "unassigned", code: unknown.code };
  const missing = findMissingClass(reading.text);
  return missing === undefined ? undefined : { kind: "unassigned", code: missing };
}

function askedNumber(subjects: readonly Subject[], reading: Reading): Question | undefined {
  return askedSubject(
    subjects.find((subject) => subject.by === "code"),
    reading,
  );
}

function askedName(subjects: readonly Subject[], reading: Reading): Question | undefined {
  const longest = [...subjects].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  return askedSubject(longest, reading);
}

function askedSubject(subject: Subject | undefined, reading: Reading): Question | undefined {
  const status = subject?.statuses[0];
  if (!subject || !status) return undefined;
  const certain = subject.statuses.length === 1 || status.owner === "iana";
  const around = `${reading.text.slice(0, subject.start)} ${reading.text.slice(subject.end)}`;
  if (certain) return { kind: "status", status, view: wantedView(around) };
  const sameCode = subject.statuses.every((other) => other.code === status.code);
  return { kind: sameCode ? "homonyms" : "list", statuses: subject.statuses };
}

/** A situation that names its method ("PUT creates the thing") knows better than the method's list of answers. */
const SITUATION_KNOWS_BETTER = 0.6;

function askedMethods(catalog: Catalog, reading: Reading, raw: string, describe: Described): Question | undefined {
  const methods = findMethods(catalog, raw);
  if (methods.length === 0) return undefined;
  const best =
    methods.length === 1 && reading.words.length > 2 ? describe.concepts()(reading.text, reading.owners)[0] : undefined;
  if (best?.concept.kind === "situation" && best.score >= SITUATION_KNOWS_BETTER) {
    return { kind: "situation", situation: best.concept.situation, view: "card" };
  }
  return { kind: "methods", methods: methods.slice(0, COMPARISON_MAX_STATUSES) };
}

/** How well a description must fit to go before the name of a class in it. */
const BETTER_THAN_CLASS = { pattern: Number.POSITIVE_INFINITY, plural: 0.6, singular: 0.42 } as const;

/** Classes, unless the name of one ("redirect") is only a word of a description. */
function askedClass(reading: Reading, describe: Described): Question | undefined {
  const mention = reading.classes[0];
  if (!mention) return undefined;
  const question: Question = { kind: "class", ids: [...new Set(reading.classes.map(({ id }) => id))] };
  const others = subjectWords(reading.words.map((word) => word.text)).filter(
    (word) => !mention.name.split(" ").includes(word),
  );
  if (others.length === 0 || mention.by === "pattern") return question;
  const described = describe
    .concepts()(reading.text, reading.owners)
    .find(({ concept }) => concept.kind !== "guide");
  return (described?.score ?? 0) >= BETTER_THAN_CLASS[mention.by] ? undefined : question;
}

function askedImpossible(reading: Reading): Question | undefined {
  const code = findImpossibleNumbers(reading.text)[0];
  return code === undefined ? undefined : { kind: "unassigned", code };
}
