/** Questions of every kind, as people type them. */
import { describe, expect, test } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import { catalog } from "../catalog.js";
import { isRight, sampleQuestions } from "./ask-questions.js";

const understand = createUnderstand(catalog);

describe("asked", () => {
  test.each(sampleQuestions)("$kind: $text", (question) => {
    const { finding } = understand(question.text);
    expect(isRight(question, finding), `${question.text} got ${finding.kind}`).toBe(true);
  });
});
