/**
 * Whether a line that tells of statuses as logs do is a person's question all the same: "what does HTTP/1.1 404 mean?",
 * "status code 404 or status code 410". Only a single line can be: below a question there may stand the log it is about.
 */
import { isMachineLine, isPersonal } from "../log/machine-line.js";
import type { Question } from "../question/question.js";

const COMPARES = /\b(?:vs\.?|versus|difference|diff|compared?)\b|\b[1-5]\d\d,? or (?:an? )?[1-5]\d\d\b/i;
/** Programs say it, too. */
const OR = /\bor\b/i;
/** Longer lines are not asked; they are pasted. In UTF-16 code units. */
const QUESTION_MAX_CHARS = 220;

export function asksItself(text: string, question: Question): boolean {
  const line = text.trim();
  if (line.length > QUESTION_MAX_CHARS || line.includes("\n")) return false;
  if (question.kind === "comparison" && COMPARES.test(line)) return true;
  if (isMachineLine(line)) return false;
  return isPersonal(line) || (question.kind === "comparison" && OR.test(line));
}
