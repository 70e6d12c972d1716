import type { Unread } from "../card/unread-card.js";
import { type Attachment, type TextAttachment, textFiles } from "./attachment.js";
import type { Asked, Heard } from "./bot.js";
import { pointsElsewhere } from "./points-elsewhere.js";

/** In UTF-16 code units: a caption says what a picture shows; it is not the question. */
const CAPTION_MAX_CHARS = 80;

/** What to answer: a text and the files to read with it; or why there is nothing to answer. */
export type Subject =
  | { readonly text: string; readonly files: readonly TextAttachment[] }
  | { readonly unread: Exclude<Unread, "quiet"> };

/** What was asked, or the message it points at. Files of the question come before those of the message. */
export function subjectOf({ text, about, attachments = [] }: Asked): Subject {
  if (text.trim() === "" && !about && attachments.length === 0) return { text, files: [] };
  const own = textFiles(attachments);
  const points = pointsElsewhere(text);
  if (own.length > 0) return { text: points ? "" : text, files: own };
  if (!points) return { text, files: [] };
  return pointedAt(about, attachments) ?? (isHelp(text) ? { text, files: [] } : { unread: "nothing" });
}

/** Undefined when there is nothing that could be meant. */
function pointedAt(about: Heard | undefined, attachments: readonly Attachment[]): Subject | undefined {
  const meant = [...attachments, ...(about?.attachments ?? [])];
  const said = about?.text.trim() ?? "";
  const files = textFiles(meant);
  if (files.length > 0) return { text: said, files };
  const hasPicture = meant.some(({ kind }) => kind === "picture");
  const isCaption = hasPicture && said.length <= CAPTION_MAX_CHARS && !/\d{3}/.test(said);
  if (said !== "" && !isCaption) return { text: said, files: [] };
  if (hasPicture) return { unread: "picture" };
  return meant.length > 0 ? { unread: "file" } : undefined;
}

function isHelp(text: string): boolean {
  return /^\W*(?:help|hey|hello|hi)\W*$/i.test(text);
}
