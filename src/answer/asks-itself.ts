/**
 * Whether a line that tells of statuses as logs do is a person's question all the same: "what does HTTP/1.1 404 mean?",
 * "status code 404 or status code 410". Only a single line can be: below a question there may stand the log it is about.
 */
import { isMachineLine, isPersonal } from "../log/machine-line.js";
import type { Question } from "../question/question.js";

const COMPARES = /\b(?:vs\.?|versus|or|difference|diff|compared?)\b/i;
/** Programs say "or" and "compared" as well, but not between two numbers. */
const COMPARES_NUMBERS = /\b(?:vs\.?|versus)\b|\bdifference between\b|\b[1-5]\d\d,? or (?:an? )?[1-5]\d\d\b/i;
/** Longer lines are not asked; they are pasted. In UTF-16 code units. */
const QUESTION_MAX_CHARS = 220;

export function asksItself(text: string, question: Question): boolean {
  const line = text.trim();
  if (line.length > QUESTION_MAX_CHARS || line.includes("\n")) return false;
  const isMachine = isMachineLine(line);
  if (question.kind === "comparison" && (isMachine ? COMPARES_NUMBERS : COMPARES).test(line)) return true;
  return isPersonal(line) && !isMachine;
}
