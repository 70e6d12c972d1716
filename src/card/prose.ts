import type { Inline, Prose } from "./card.js";

/** A sentence from data/ or from this folder, where backticks mark code. Never for a user's text. */
export function prose(sentence: string): Prose {
  return sentence.split("`").flatMap((text, index): Inline[] => {
    if (text === "") return [];
    return [index % 2 === 1 ? { kind: "code", text } : { kind: "text", text }];
  });
}

/** Words that nobody here wrote, shown as they are. */
export function verbatim(text: string): Prose {
  return [{ kind: "text", text }];
}

/** Prose without its structure. */
export function plain(content: Prose): string {
  return content.map((inline) => inline.text).join("");
}
