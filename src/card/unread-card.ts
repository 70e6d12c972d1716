import type { Card } from "./card.js";
import { prose } from "./prose.js";

/** Why there was nothing to answer: what was pointed at cannot be read or says nothing, or nothing was pointed at. */
export type Unread = keyof typeof WORDS;

const WORDS = {
  picture: { title: "A picture", summary: "I cannot read pictures. Paste the text of it, or type the code." },
  file: { title: "A file", summary: "I cannot open this file. Paste the lines that matter, or type the code." },
  nothing: {
    title: "Explain what?",
    summary: "Say it in reply to the message that holds the log or the question, or paste it here.",
  },
  permission: {
    title: "A file",
    summary: "I may not open files here. Paste the lines that matter, or type the code.",
  },
  gone: { title: "A file", summary: "The file is no longer there. Share it again, or paste the lines that matter." },
  binary: { title: "A file", summary: "The file holds no text that I can read. Paste the lines that matter." },
  unreachable: {
    title: "A file",
    summary: "I could not fetch the file just now. Ask again in a minute, or paste the lines that matter.",
  },
  quiet: {
    title: "No status in the file",
    summary: "Nothing in the file tells of an HTTP status. If it should, paste the lines that you mean.",
  },
} as const;

/** `more`: a sentence that follows. */
export function unreadCard(why: Unread, more = ""): Card {
  const { title, summary } = WORDS[why];
  const said = [summary, more].filter(Boolean).join(" ");
  return {
    ask: "",
    title,
    kicker: "",
    tone: "neutral",
    summary: prose(said),
    oneLine: said,
    blocks: [],
    actions: [{ label: "What can I ask?", ask: "help" }],
    sources: [],
  };
}

/** `maxBytes`: what was read of it, from the beginning. */
export function readInPart(maxBytes: number): string {
  return `It is large, and I have read only its first ${Math.floor(maxBytes / 1024 / 1024)} MB.`;
}
