import type { Understand, Understanding } from "../answer/understand.js";
import { textFiles, UnreadableError } from "./attachment.js";
import type { Heard } from "./bot.js";
import { OVERHEARD_FILE_MAX_BYTES, readPaste } from "./read-paste.js";

/** The log in the files of a message and its text, where all of them may be read although nobody asked; else undefined. */
export async function overhearFiles(
  understand: Understand,
  { text, attachments }: Heard,
): Promise<Understanding | "unreadable" | undefined> {
  const files = textFiles(attachments).filter(({ mayBeLog, size }) => mayBeLog && size <= OVERHEARD_FILE_MAX_BYTES);
  if (files.length === 0) return undefined;
  try {
    const paste = await readPaste(text, files);
    const understanding = understand(paste.text, paste.complete);
    return paste.complete && understanding.finding.kind === "log" ? understanding : undefined;
  } catch (error) {
    if (error instanceof UnreadableError) return "unreadable";
    throw error;
  }
}
