/** What was asked, with the catalog entries it is about. No wording, no platform. */
import type { ClassId, Guide, Method, Situation, Status, Step, Subcode } from "../catalog/types.js";

/** Which side of a status a reply shows: the card itself, or what is behind one of its buttons. */
export type StatusView = "card" | "example" | "fix" | "facts" | "code";
export type ComparisonView = "card" | "examples" | "code";

export type Question =
  /** `framework`: whose code is asked for, by its id. */
  | { readonly kind: "status"; readonly status: Status; readonly view: StatusView; readonly framework?: string }
  /** One number, several owners, none of them the registry. */
  | { readonly kind: "homonyms"; readonly statuses: readonly Status[] }
  /** Two to five different statuses, in the order they were named. */
  | {
      readonly kind: "comparison";
      readonly statuses: readonly Status[];
      readonly view: ComparisonView;
      readonly framework?: string;
    }
  /** Several statuses without a comparison: more than five, or all that a phrase can mean. */
  | { readonly kind: "list"; readonly statuses: readonly Status[] }
  /** One class or several, in the order they were named. */
  | { readonly kind: "class"; readonly ids: readonly ClassId[] }
  /** Number and phrase name different statuses: "503 bad gateway". */
  | { readonly kind: "mismatch"; readonly byCode: Status; readonly byPhrase: Status }
  /** A number that nobody uses as a status code. */
  | {
      readonly kind: "unassigned";
      readonly code: number /** Known codes it was compared with. */;
      readonly beside: readonly Status[];
    }
  /** What happened, for "which status should I return?". */
  | { readonly kind: "situation"; readonly situation: Situation; readonly view: "card" | "example" }
  | { readonly kind: "methods"; readonly methods: readonly Method[] }
  | { readonly kind: "guide"; readonly guide: Guide }
  /** One step of the way to a status by questions and answers. */
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "subcode"; readonly subcode: Subcode }
  | { readonly kind: "help" }
  /** Nothing recognized; `guesses` are the nearest phrases, never an answer. `asked` is the normalized text. */
  | { readonly kind: "nothing"; readonly asked: string; readonly guesses: readonly Status[] };

/** More than this cannot stand side by side. */
export const COMPARISON_MAX_STATUSES = 5;
/** More handlers than this are no longer taken in at a glance. */
export const COMPARED_IN_CODE = 2;
