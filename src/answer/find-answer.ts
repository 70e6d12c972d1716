import type { Catalog } from "../catalog/catalog.js";
import type { ClassId } from "../catalog/types.js";
import type { Question } from "../question/question.js";
import { computeAxes } from "./compute-axes.js";
import type { Finding } from "./finding.js";
import { nearestStatuses } from "./nearest-statuses.js";

/** What the catalog holds about a question. Pure; cannot fail. */
export function findAnswer(catalog: Catalog, question: Question): Finding {
  switch (question.kind) {
    case "status": {
      const { status, view } = question;
      const namesakes = catalog.statusesOf(status.code).filter((other) => other !== status);
      return { kind: "status", status, view, namesakes };
    }
    case "homonyms":
      return { kind: "homonyms", statuses: question.statuses, ...classOf(catalog, question.statuses[0]?.code ?? 0) };
    case "comparison":
      return compare(catalog, question);
    case "list":
      return { kind: "list", statuses: question.statuses };
    case "class":
      return { kind: "class", statusClass: catalog.statusClass(question.id), statuses: catalog.membersOf(question.id) };
    case "mismatch":
      return { kind: "mismatch", byCode: question.byCode, byPhrase: question.byPhrase };
    case "unassigned": {
      const { code } = question;
      return { kind: "unassigned", code, nearest: nearestStatuses(catalog, code), ...classOf(catalog, code) };
    }
    case "help":
      return { kind: "help", classes: catalog.classes.map((entry) => entry.id) };
    case "nothing":
      return { kind: "nothing", asked: question.asked, suggestions: question.guesses };
  }
}

/** A written comparison keeps its own order, in which its rules are meant to be read. */
function compare(catalog: Catalog, { statuses, view }: Extract<Question, { kind: "comparison" }>): Finding {
  const written = catalog.comparisonOf(statuses);
  if (!written) return { kind: "comparison", statuses, view: "card", axes: computeAxes(statuses) };
  const ordered = written.of.flatMap((key) => catalog.status(key) ?? []);
  return { kind: "comparison", statuses: ordered, view, axes: written.axes, written };
}

function classOf(catalog: Catalog, code: number) {
  if (code < 100 || code > 599) return {};
  return { statusClass: catalog.statusClass(`${Math.floor(code / 100)}xx` as ClassId) };
}
