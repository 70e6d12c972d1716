import type { Understand } from "../answer/understand.js";
import type { Card } from "../card/card.js";
import { composeCard } from "../card/compose-card.js";
import { readInPart, unreadCard } from "../card/unread-card.js";
import type { Catalog } from "../catalog/catalog.js";
import { type TextAttachment, UnreadableError } from "./attachment.js";
import { FILES_MAX_BYTES, readPaste } from "./read-paste.js";

export interface FileParts {
  readonly catalog: Catalog;
  readonly understand: Understand;
  readonly cardFor: (text: string) => Card;
}

/** What the files say together with the text; where they say nothing, what the text asks; else why there is no answer. */
export async function cardForFiles(parts: FileParts, text: string, files: readonly TextAttachment[]): Promise<Card> {
  const { catalog, understand } = parts;
  try {
    const paste = await readPaste(text, files);
    const { finding } = understand(paste.text, paste.complete);
    if (finding.kind === "log") return composeCard(catalog, finding);
    const asked = cardForText(parts, text) ?? (isOneCode(paste.text) ? cardForText(parts, paste.text) : undefined);
    return asked ?? unreadCard("quiet", paste.complete ? "" : readInPart(FILES_MAX_BYTES));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return cardForText(parts, text) ?? unreadCard(error.why, error.remedy);
  }
}

/** In UTF-16 code units. */
const CODE_LINE_MAX_CHARS = 200;

/** A line with a number that could be a code, such as the error that somebody has saved. */
function isOneCode(text: string): boolean {
  return text.length <= CODE_LINE_MAX_CHARS && !text.trim().includes("\n") && /\b[1-9]\d\d\b/.test(text);
}

/** Undefined for a text that asks nothing without its files. */
function cardForText({ catalog, understand, cardFor }: FileParts, text: string): Card | undefined {
  const { finding } = understand(text, false);
  if (finding.kind === "log") return composeCard(catalog, finding);
  return finding.kind === "help" || finding.kind === "nothing" ? undefined : cardFor(text);
}
