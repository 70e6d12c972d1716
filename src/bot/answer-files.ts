import type { Finding } from "../answer/finding.js";
import type { Understand } from "../answer/understand.js";
import { readInPart, unreadCard } from "../card/unread-card.js";
import { type TextAttachment, UnreadableError } from "./attachment.js";
import type { Reply } from "./bot.js";
import { FILES_MAX_BYTES, readPaste } from "./read-paste.js";

export interface FileParts {
  readonly understand: Understand;
  readonly say: (finding: Finding) => Reply;
}

/** What the files say together with the text; where they say nothing, what the text asks; else why there is no answer. */
export async function answerFiles(parts: FileParts, text: string, files: readonly TextAttachment[]): Promise<Reply> {
  const { understand, say } = parts;
  try {
    const paste = await readPaste(text, files);
    const { finding } = understand(paste.text, paste.complete);
    if (finding.kind === "log") return say(finding);
    const asked = answerText(parts, text) ?? (isOneCode(paste.text) ? answerText(parts, paste.text) : undefined);
    return asked ?? unread("quiet", paste.complete ? "" : readInPart(FILES_MAX_BYTES));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return answerText(parts, text) ?? unread(error.why, error.remedy);
  }
}

/** In UTF-16 code units. */
const CODE_LINE_MAX_CHARS = 200;

/** A line with a number that could be a code, such as the error that somebody has saved. */
function isOneCode(text: string): boolean {
  return text.length <= CODE_LINE_MAX_CHARS && !text.trim().includes("\n") && /\b[1-9]\d\d\b/.test(text);
}

/** Undefined for a text that asks nothing without its files. */
function answerText({ understand, say }: FileParts, text: string): Reply | undefined {
  const { finding } = understand(text, false);
  return finding.kind === "help" || finding.kind === "nothing" ? undefined : say(finding);
}

function unread(...why: Parameters<typeof unreadCard>): Reply {
  return { card: unreadCard(...why), controls: [] };
}
