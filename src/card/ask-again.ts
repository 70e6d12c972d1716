import type { Finding } from "../answer/finding.js";
import { formatQuestion } from "../question/format-question.js";

/** The question that gets this reply again; empty where there is none, because the text it came from is gone. */
export function askAgain(finding: Finding): string {
  switch (finding.kind) {
    case "status":
    case "comparison":
    case "homonyms":
    case "mismatch":
    case "unassigned":
    case "help":
      return formatQuestion(finding);
    case "class":
      return formatQuestion({ kind: "class", id: finding.statusClass.id });
    case "list":
    case "log":
    case "nothing":
      return "";
  }
}
