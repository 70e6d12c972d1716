import type { Status } from "../catalog/types.js";
import type { Question } from "./question.js";

/** A number or a name that several owners use: all of them, since nothing tells which is meant. */
export function askedOwners(statuses: readonly Status[]): Question {
  const [first] = statuses;
  if (first && statuses.length === 1) return { kind: "status", status: first, view: "card" };
  const sameCode = statuses.every(({ code }) => code === first?.code);
  return { kind: sameCode ? "homonyms" : "list", statuses };
}
