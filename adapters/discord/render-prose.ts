import type { Inline, Prose } from "../../src/card/card.js";
import { codeSpan, escapeText, maskedLink, ZERO_WIDTH_SPACE } from "./escape.js";

/** Prose in Discord's markdown, on one line. */
export function renderProse(content: Prose): string {
  return content.map((inline, index) => `${touches(content[index - 1], inline)}${renderInline(inline)}`).join("");
}

function renderInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escapeText(inline.text);
    case "strong":
      return bold(inline.text);
    case "code":
      return codeSpan(inline.text);
    case "link":
      return maskedLink(inline.text, inline.url, true);
  }
}

export function bold(text: string): string {
  return `**${escapeText(text)}**`;
}

/** Two marked-up pieces side by side would read as one: `a``b`. */
function touches(before: Inline | undefined, inline: Inline): string {
  return before && before.kind !== "text" && inline.kind !== "text" ? ZERO_WIDTH_SPACE : "";
}
