/** Whether a message that was not addressed to the bot asks, beyond doubt, about status codes. When in doubt: no. */
import type { Question } from "../question/question.js";
import type { Reading } from "../question/read-text.js";

const GREETING = "(?:(?:hey|hi|hello|so|um|ok|okay|quick question|question|please|pls|guys|all|folks)[,:!. ]+)*";
const ASKING = [
  "what(?:s| is| are| does| do| was)",
  "wtf (?:is|does|are)",
  "(?:please |pls )?(?:explain|define)",
  "(?:does )?(?:anyone|anybody|someone|somebody) (?:know|here know|remember|tell me|explain) ?(?:what)?",
  "(?:can|could|would) (?:someone|somebody|anyone|anybody|you) (?:please |pls )?(?:tell me|explain|remind me) ?(?:what)?",
  "whats the meaning of",
  "meaning of",
].join("|");
const NOUN = "(?:http|https|status|code|error|response|return)";
const CODE = "(?:e|http)?[1-5]\\d\\d";
const BEFORE = `(?:(?:an?|the|this|that|these) )?(?:${NOUN} )*`;
const AFTER = `(?: (?:is|are|was|means?|meant|mean|stands?|for|about|again|exactly|actually|even|please|pls|in|of|supposed to|${NOUN}))*`;

const MEANING = new RegExp(`^${GREETING}(?:${ASKING}) ${BEFORE}${CODE}${AFTER} ?[?!. ]*$`);
const VERSUS = new RegExp(
  `^${GREETING}(?:(?:${ASKING}|whats the difference between|difference between|compare) )?${BEFORE}${CODE} ?(?:vs\\.?|versus|or|and|/|,) ?${BEFORE}${CODE}(?: ?(?:vs\\.?|versus|or|and|/|,) ?${BEFORE}${CODE})*${AFTER} ?[?!. ]*$`,
);
const COMPARES = /\b(?:vs|versus|difference|compare)\b/;

/** True for "what's 401 vs 403?" and "what does 502 mean", false for "404 Main Street" and everything doubtful. */
export function isUnmistakable({ text }: Reading, question: Question): boolean {
  switch (question.kind) {
    case "status":
    case "homonyms":
      return MEANING.test(text);
    case "comparison":
      return VERSUS.test(text) && (COMPARES.test(text) || text.endsWith("?"));
    case "list":
    case "class":
    case "mismatch":
    case "unassigned":
    case "help":
    case "nothing":
      return false;
  }
}
