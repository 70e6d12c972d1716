import type { Card } from "./card.js";
import { prose } from "./prose.js";

/** Somebody asked about a screenshot. */
export function pictureCard(): Card {
  const summary = "I cannot read pictures. Paste the text of it, or type the code.";
  return {
    ask: "",
    title: "A picture",
    kicker: "",
    tone: "neutral",
    summary: prose(summary),
    oneLine: summary,
    blocks: [],
    actions: [{ label: "What can I ask?", ask: "help" }],
    sources: [],
  };
}
