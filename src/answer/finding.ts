/** What is true about a question: machine-readable, without wording or layout. `teapot --json` prints it. */
import type {
  ClassId,
  Comparison,
  Guide,
  Method,
  Situation,
  Status,
  StatusClass,
  Step,
  Subcode,
} from "../catalog/types.js";
import type { LogReport } from "../log/log-report.js";
import type { ComparisonView, StatusView } from "../question/question.js";
import type { CodeFound } from "./find-code.js";

/** One axis of a comparison: a value for each status, in the order of the statuses. */
export interface Axis {
  readonly label: string;
  readonly values: readonly string[];
}

export type Finding =
  /** `namesakes`: the same number as others use it. */
  | {
      readonly kind: "status";
      readonly status: Status;
      readonly view: Exclude<StatusView, "code">;
      readonly namesakes: readonly Status[];
    }
  | {
      readonly kind: "status";
      readonly status: Status;
      readonly view: "code";
      readonly namesakes: readonly Status[];
      readonly code: CodeFound;
    }
  | { readonly kind: "homonyms"; readonly statuses: readonly Status[]; readonly statusClass?: StatusClass }
  /** `written` is the catalog's own comparison; without one, `axes` are computed from the facts and nothing is decided. */
  | {
      readonly kind: "comparison";
      readonly statuses: readonly Status[];
      readonly view: Exclude<ComparisonView, "code">;
      readonly axes: readonly Axis[];
      readonly written?: Comparison;
    }
  | {
      readonly kind: "comparison";
      readonly statuses: readonly Status[];
      readonly view: "code";
      readonly written?: Comparison;
      readonly code: CodeFound;
    }
  | { readonly kind: "list"; readonly statuses: readonly Status[] }
  | { readonly kind: "class"; readonly classes: readonly StatusClass[]; readonly statuses: readonly Status[] }
  | { readonly kind: "mismatch"; readonly byCode: Status; readonly byPhrase: Status }
  | {
      readonly kind: "unassigned";
      readonly code: number;
      /** Missing outside 100–599, where a number cannot be a status code. */
      readonly statusClass?: StatusClass;
      readonly nearest: readonly Status[];
    }
  | { readonly kind: "log"; readonly report: LogReport; readonly statuses: readonly Status[] }
  /** `statuses`: what the situation calls for, the recommended one first. */
  | {
      readonly kind: "recommendation";
      readonly situation: Situation;
      readonly view: "card" | "example";
      readonly statuses: readonly Status[];
    }
  /** `statuses`: the usual answers where one method is asked about. */
  | { readonly kind: "method"; readonly methods: readonly Method[]; readonly statuses: readonly Status[] }
  | { readonly kind: "guide"; readonly guide: Guide; readonly statuses: readonly Status[] }
  | { readonly kind: "wizard"; readonly step: Step }
  /** `statuses`: the HTTP statuses it travels with. */
  | { readonly kind: "subcode"; readonly subcode: Subcode; readonly statuses: readonly Status[] }
  | { readonly kind: "help"; readonly classes: readonly ClassId[] }
  | { readonly kind: "nothing"; readonly asked: string; readonly suggestions: readonly Status[] };

/** The statuses that a reply presents as its answer, best first. Suggestions are no answer. */
export function answeredStatuses(finding: Finding): readonly Status[] {
  switch (finding.kind) {
    case "status":
      return [finding.status];
    case "homonyms":
    case "comparison":
    case "list":
    case "class":
    case "log":
    case "recommendation":
    case "method":
    case "subcode":
      return finding.statuses;
    case "mismatch":
      return [finding.byCode, finding.byPhrase];
    case "guide":
    case "wizard":
    case "unassigned":
    case "help":
    case "nothing":
      return [];
  }
}

/** The codes that a reply is about, each once, in its order: of a log also those that nobody has registered. */
export function answeredCodes(finding: Finding): readonly number[] {
  const codes = finding.kind === "log" ? finding.report.statuses : answeredStatuses(finding);
  return [...new Set(codes.map(({ code }) => code))];
}

/** The statuses that a reply offers without presenting them as the answer. */
export function suggestedStatuses(finding: Finding): readonly Status[] {
  switch (finding.kind) {
    case "unassigned":
      return finding.nearest;
    case "nothing":
      return finding.suggestions;
    case "status":
    case "homonyms":
    case "comparison":
    case "list":
    case "class":
    case "mismatch":
    case "log":
    case "recommendation":
    case "method":
    case "guide":
    case "wizard":
    case "subcode":
    case "help":
      return [];
  }
}
