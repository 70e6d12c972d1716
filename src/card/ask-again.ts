import type { CodeFound } from "../answer/find-code.js";
import type { Finding } from "../answer/finding.js";
import { formatQuestion } from "../question/format-question.js";

function chosenFramework(code: CodeFound) {
  return code.kind === "snippets" ? { framework: code.framework.id } : {};
}

/** The question that gets this reply again; empty where there is none, because the text it came from is gone. */
export function askAgain(finding: Finding): string {
  switch (finding.kind) {
    case "status":
    case "comparison":
      return formatQuestion({ ...finding, ...(finding.view === "code" && chosenFramework(finding.code)) });
    case "homonyms":
    case "mismatch":
    case "help":
      return formatQuestion(finding);
    case "unassigned":
      return formatQuestion({ kind: "unassigned", code: finding.code, beside: [] });
    case "class":
      return formatQuestion({ kind: "class", ids: finding.classes.map(({ id }) => id) });
    case "recommendation":
      return formatQuestion({ kind: "situation", situation: finding.situation, view: finding.view });
    case "method":
      return formatQuestion({ kind: "methods", methods: finding.methods });
    case "guide":
      return formatQuestion({ kind: "guide", guide: finding.guide });
    case "wizard":
      return formatQuestion({ kind: "step", step: finding.step });
    case "subcode":
      return formatQuestion({ kind: "subcode", subcode: finding.subcode });
    case "list":
    case "log":
    case "nothing":
      return "";
  }
}
