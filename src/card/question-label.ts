import type { Catalog } from "../catalog/catalog.js";
import type { Question } from "../question/question.js";
import { statusTitle } from "./wording.js";

/** A question as a line to pick: "404 Not Found", "401 vs 403", "Duplicate email: 409". */
export function questionLabel(
  catalog: Catalog,
  question: Extract<Question, { kind: "status" | "comparison" | "situation" }>,
): string {
  switch (question.kind) {
    case "status":
      return statusTitle(catalog, question.status);
    case "comparison":
      return question.statuses.map(({ code }) => code).join(" vs ");
    case "situation":
      return `${question.situation.title}: ${catalog.status(question.situation.send[0] ?? "")?.code}`;
  }
}
