import type { Catalog } from "../catalog/catalog.js";
import type { ClassId, Method, Status } from "../catalog/types.js";
import type { Question } from "../question/question.js";
import { computeAxes } from "./compute-axes.js";
import { findCode } from "./find-code.js";
import type { Finding } from "./finding.js";
import { NEAREST_MAX, nearestStatuses } from "./nearest-statuses.js";

/** What the catalog holds about a question. Pure; cannot fail. */
export function findAnswer(catalog: Catalog, question: Question): Finding {
  switch (question.kind) {
    case "status":
      return describe(catalog, question);
    case "homonyms":
      return { kind: "homonyms", statuses: question.statuses, ...classOf(catalog, question.statuses[0]?.code ?? 0) };
    case "comparison":
      return compare(catalog, question);
    case "list":
      return { kind: "list", statuses: question.statuses };
    case "class":
      return {
        kind: "class",
        classes: question.ids.map((id) => catalog.statusClass(id)),
        statuses: question.ids.flatMap((id) => catalog.membersOf(id)),
      };
    case "mismatch":
      return { kind: "mismatch", byCode: question.byCode, byPhrase: question.byPhrase };
    case "unassigned": {
      const { code, beside } = question;
      const nearest = [...new Set([...beside, ...nearestStatuses(catalog, code)])].slice(0, NEAREST_MAX);
      return { kind: "unassigned", code, nearest, ...classOf(catalog, code) };
    }
    case "situation": {
      const { situation, view } = question;
      return { kind: "recommendation", situation, view, statuses: named(catalog, situation.send) };
    }
    case "methods":
      return { kind: "method", methods: question.methods, statuses: usualAnswers(catalog, question.methods) };
    case "guide":
      return { kind: "guide", guide: question.guide, statuses: named(catalog, question.guide.statuses) };
    case "step":
      return { kind: "wizard", step: question.step };
    case "subcode":
      return {
        kind: "subcode",
        subcode: question.subcode,
        statuses: named(catalog, question.subcode.with.map(String)),
      };
    case "help":
      return { kind: "help", classes: catalog.classes.map((entry) => entry.id) };
    case "nothing":
      return { kind: "nothing", asked: question.asked, suggestions: question.guesses };
  }
}

function describe(catalog: Catalog, { status, view, framework }: Extract<Question, { kind: "status" }>): Finding {
  const namesakes = catalog.statusesOf(status.code).filter((other) => other !== status);
  if (view !== "code") return { kind: "status", status, view, namesakes };
  return { kind: "status", status, view, namesakes, code: findCode(catalog, [status], framework) };
}

function usualAnswers(catalog: Catalog, [method, ...others]: readonly Method[]): readonly Status[] {
  return method && others.length === 0
    ? named(
        catalog,
        method.usual.map(({ status }) => status),
      )
    : [];
}

function named(catalog: Catalog, keys: readonly string[]): readonly Status[] {
  return keys.flatMap((key) => catalog.status(key) ?? []);
}

/** A written comparison keeps its own order, in which its rules are meant to be read. */
function compare(catalog: Catalog, question: Extract<Question, { kind: "comparison" }>): Finding {
  const { view, framework } = question;
  const written = catalog.comparisonOf(question.statuses);
  const statuses = written ? named(catalog, written.of) : question.statuses;
  if (view === "code") {
    const code = findCode(catalog, statuses, framework);
    return { kind: "comparison", statuses, view, code, ...(written && { written }) };
  }
  if (!written) return { kind: "comparison", statuses, view: "card", axes: computeAxes(statuses) };
  return { kind: "comparison", statuses, view, axes: written.axes, written };
}

function classOf(catalog: Catalog, code: number) {
  if (code < 100 || code > 599) return {};
  return { statusClass: catalog.statusClass(`${Math.floor(code / 100)}xx` as ClassId) };
}
