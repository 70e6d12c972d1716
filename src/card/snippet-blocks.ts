import type { Snippet } from "../answer/make-snippet.js";
import type { Status } from "../catalog/types.js";
import type { Block } from "./card.js";
import { prose } from "./prose.js";

/** A snippet's code, with what to read before and after it. Nothing where there is none: the summary says why. */
export function snippetBlocks(status: Status, snippet: Snippet): readonly Block[] {
  switch (snippet.kind) {
    case "sent":
      return [...noteBlock(snippet.note), codeBlock(snippet, snippet.code), ...onceBlock(snippet)];
    case "handled":
      return [...noteBlock(snippet.note), codeBlock(snippet, snippet.code), ...repeatBlock(status, snippet)];
    case "note":
    case "foreign":
    case "unseen":
      return [];
  }
}

function noteBlock(note: string | undefined): readonly Block[] {
  return note ? [{ kind: "paragraph", content: prose(note) }] : [];
}

function codeBlock({ framework }: Snippet, text: string) {
  return { kind: "code", language: framework.language, text } as const;
}

function onceBlock(snippet: Extract<Snippet, { kind: "sent" }>): readonly Block[] {
  return snippet.once ? [{ ...codeBlock(snippet, snippet.once), title: "Once, for every error" }] : [];
}

/** What has to change before the same request makes sense again. */
function repeatBlock({ facts }: Status, { variant }: Extract<Snippet, { kind: "handled" }>): readonly Block[] {
  return variant === "error" ? [{ kind: "facts", facts: [{ label: "Repeat?", content: prose(facts.retry.how) }] }] : [];
}
