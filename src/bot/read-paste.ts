/** A message and the text files that came with it, read together as one paste. In memory, and never kept. */
import { type FileText, type TextAttachment, UnreadableError } from "./attachment.js";

/** Of all files of a message together; a single one may take all of it. What lies beyond is said in the reply. */
export const FILES_MAX_BYTES = 4 * 1024 * 1024;
/** Further files of a message are left unread, and that is said too. */
export const FILES_MAX = 3;
/** A larger file is left alone when nobody asked. */
export const OVERHEARD_FILE_MAX_BYTES = 1024 * 1024;

/** `complete` false: there is more than was read. Rejects with an UnreadableError when no file at all could be read. */
export async function readPaste(text: string, files: readonly TextAttachment[]): Promise<FileText> {
  const parts: string[] = text.trim() === "" ? [] : [text];
  const meant = files.slice(0, FILES_MAX);
  const failures: UnreadableError[] = [];
  let complete = files.length <= FILES_MAX;
  let left = FILES_MAX_BYTES;
  for (const file of meant) {
    const read = left > 0 ? await readOne(file, left) : NOTHING;
    if (read instanceof UnreadableError) failures.push(read);
    else parts.push(read.text);
    complete &&= "complete" in read && read.complete;
    left -= "text" in read ? Math.max(file.size, read.text.length) : 0;
  }
  if (failures[0] && failures.length === meant.length) throw failures[0];
  return { text: parts.join("\n"), complete };
}

const NOTHING: FileText = { text: "", complete: false };

async function readOne(file: TextAttachment, maxBytes: number): Promise<FileText | UnreadableError> {
  try {
    return await file.read(maxBytes);
  } catch (error) {
    if (error instanceof UnreadableError) return error;
    throw error;
  }
}
