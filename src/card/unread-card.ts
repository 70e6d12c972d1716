import type { Card } from "./card.js";
import { prose } from "./prose.js";

/** Why there was nothing to answer: what was pointed at cannot be read, or nothing was pointed at. */
export type Unread = "picture" | "file" | "nothing";

const WORDS: Record<Unread, { readonly title: string; readonly summary: string }> = {
  picture: { title: "A picture", summary: "I cannot read pictures. Paste the text of it, or type the code." },
  file: { title: "A file", summary: "I cannot open this file. Paste the lines that matter, or type the code." },
  nothing: {
    title: "Explain what?",
    summary: "Say it in reply to the message that holds the log or the question, or paste it here.",
  },
};

export function unreadCard(why: Unread): Card {
  const { title, summary } = WORDS[why];
  return {
    ask: "",
    title,
    kicker: "",
    tone: "neutral",
    summary: prose(summary),
    oneLine: summary,
    blocks: [],
    actions: [{ label: "What can I ask?", ask: "help" }],
    sources: [],
  };
}
