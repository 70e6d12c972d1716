/** Whether a message asks something, and whether it asks about the code in it. */
import type { Reading } from "../question/read-text.js";

const GREETING =
  "(?:(?:hey|hi|hello|so|um|uh|ok|okay|oh|quick question|question|please|pls|guys|all|folks|team|yo|sorry|btw)[,:!. ]+)*";
const ASKING =
  "(?:whats?|wtf|why|how|hows|does|do|is|are|isnt|can|could|would|should|which|when|explain|define|anyone|anybody|someone|somebody|remind|not sure|wondering|difference|i wonder|meaning)";
const STARTS_ASKING = new RegExp(`^${GREETING}${ASKING}\\b`);
const ASKS_INSIDE =
  /\b(?:what(?:s| is| does| do)? (?:that|this|it)|whats? (?:the )?(?:diff|difference|different)|what does (?:that|it) mean|any idea|does anyone|can someone)\b/;

/** It begins like a question, asks inside, or ends with a question mark. */
export function asks({ text }: Reading): boolean {
  return STARTS_ASKING.test(text) || ASKS_INSIDE.test(text) || text.endsWith("?");
}

const MEANING = new RegExp(
  `^${GREETING}(?:whats?|what (?:is|are|does|do)|wtf (?:is|does)|explain|define|(?:does )?(?:anyone|anybody|someone|somebody) know what|(?:can|could) (?:someone|somebody|anyone|anybody|you) (?:please |pls )?(?:tell me|explain|remind me)(?: what)?|meaning of) ` +
    "(?:an? |(?:(?:an?|the|this|that) )?(?:(?:http|https|status|code|error|response|return) )+)?(?:e|http)?[1-5]\\d\\d(?:s)?" +
    "(?: (?:is|are|was|means?|meant|mean|stands?|for|about|again|exactly|actually|even|please|pls|supposed to|http|status|code|error|response|here))*[?!. ]*$",
);

/** "what does 502 mean", and nothing else. */
export function asksOnlyMeaning(text: string): boolean {
  return MEANING.test(text);
}

const ASKS_MEANING =
  /\b(?:what(?:s| is| does| do)? (?:that|this|it)|any idea (?:what|why|how)|(?:anyone|anybody|someone|somebody|you) (?:know|tell|explain|remind))\b/;

/** The code stands in the part that asks: in "we get 502s, anyone looking?" people are asked to act, not what it means. */
export function asksAboutCode({ text, codes }: Reading): boolean {
  if (ASKS_MEANING.test(text)) return true;
  const [first, last] = [codes[0]?.start ?? 0, codes.at(-1)?.end ?? 0];
  const before =
    text
      .slice(0, first)
      .split(/[,;:!?.]/)
      .at(-1) ?? "";
  const [after = ""] = text.slice(last).split(/[,;:!.]/, 1);
  return STARTS_ASKING.test(`${before.trimStart()}${text.slice(first, last)}`) || after.endsWith("?");
}
