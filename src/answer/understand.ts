import type { Catalog } from "../catalog/catalog.js";
import { createQuestionParser } from "../question/parse-question.js";
import { findAnswer } from "./find-answer.js";
import type { Finding } from "./finding.js";
import { isUnmistakable } from "./is-unmistakable.js";

export interface Understanding {
  readonly finding: Finding;
  /** Whether this would deserve a reply although nobody asked the bot. */
  readonly unmistakable: boolean;
}

/** Returns the one function that turns what somebody wrote into what is true about it. Pure; total; any length. */
export function createUnderstand(catalog: Catalog): (text: string) => Understanding {
  const parser = createQuestionParser(catalog);
  return (text) => {
    const { question, reading } = parser.parse(text);
    return { finding: findAnswer(catalog, question), unmistakable: isUnmistakable(reading, question) };
  };
}
