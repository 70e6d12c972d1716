/** Question to the text that asks it: what buttons send. `parse(formatQuestion(q))` is `q` again. */
import type { Status } from "../catalog/types.js";
import { nameKey } from "./normalize.js";
import type { ComparisonView, Question, StatusView } from "./question.js";

/** In bytes of UTF-8: what fits every platform's button identifier beside our version prefix. */
export const ASK_MAX_BYTES = 90;

/** Canonical, made of catalog names only, never of user text. At most ASK_MAX_BYTES. */
export function formatQuestion(question: Exclude<Question, { kind: "nothing" | "list" }>): string {
  switch (question.kind) {
    case "status":
      return formatView(formatStatus(question.status), question.view, question.framework);
    case "homonyms":
      return String(question.statuses[0]?.code ?? "");
    case "comparison":
      return formatComparison(formatStatuses(question.statuses), question.view, question.framework);
    case "class":
      return question.ids.join(" vs ");
    case "mismatch":
      return `${question.byCode.code} ${nameKey(nameOf(question.byPhrase))}`;
    case "unassigned":
      return String(question.code);
    case "situation":
      return `${nameKey(question.situation.title)}${question.view === "example" ? " example" : ""}`;
    case "methods":
      return question.methods.map((method) => method.method).join(" vs ");
    case "guide":
      return nameKey(question.guide.title);
    case "step":
      return formatStep(question.step.id);
    case "subcode":
      return `${question.subcode.owner} ${question.subcode.code}`;
    case "help":
      return "help";
  }
}

/** What a status is called; what people call it where its phrase says nothing. */
function nameOf({ phrase, standing, nicknames }: Status): string {
  return phrase === null || standing === "unused" ? (nicknames[0] ?? "") : phrase;
}

/** "which code", "which code: success". */
function formatStep(id: string): string {
  return id === "start" ? "which code" : `which code: ${id}`;
}

function formatView(name: string, view: StatusView, framework = "code"): string {
  switch (view) {
    case "card":
      return name;
    case "example":
      return `${name} example`;
    case "fix":
      return `fix ${name}`;
    case "facts":
      return `${name} facts`;
    case "code":
      return `${name} in ${framework}`;
  }
}

function formatComparison(names: string, view: ComparisonView, framework = "code"): string {
  switch (view) {
    case "card":
      return names;
    case "examples":
      return `${names} examples`;
    case "code":
      return `${names} in ${framework}`;
  }
}

/** An owner is named once: "cloudflare 520 vs 521 vs 522". */
function formatStatuses(statuses: readonly Status[]): string {
  return statuses
    .map((status, index) => (status.owner === statuses[index - 1]?.owner ? String(status.code) : formatStatus(status)))
    .join(" vs ");
}

/** "401", "nginx 499". */
function formatStatus(status: Status): string {
  return status.owner === "iana" ? String(status.code) : `${status.owner.replaceAll("-", " ")} ${status.code}`;
}
