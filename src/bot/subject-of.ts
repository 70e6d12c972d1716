import type { Unread } from "../card/unread-card.js";
import type { Asked, Attachment } from "./bot.js";
import { pointsElsewhere } from "./points-elsewhere.js";

/** In UTF-16 code units: a caption says what a picture shows; it is not the question. */
const CAPTION_MAX_CHARS = 80;

/** The text to answer: what was asked, or the message it points at; or why there is none. */
export function subjectOf({
  text,
  about,
  attachments = [],
}: Asked): { readonly text: string } | { readonly unread: Unread } {
  if (text.trim() === "" && !about && attachments.length === 0) return { text };
  if (!pointsElsewhere(text)) return { text };
  const meant = [...attachments, ...(about?.attachments ?? [])];
  const said = about?.text.trim() ?? "";
  const isCaption = holds(meant, "picture") && said.length <= CAPTION_MAX_CHARS && !/\d{3}/.test(said);
  if (said !== "" && !isCaption) return { text: said };
  if (holds(meant, "picture")) return { unread: "picture" };
  if (meant.length > 0) return { unread: "file" };
  return isHelp(text) ? { text } : { unread: "nothing" };
}

function holds(attachments: readonly Attachment[], kind: Attachment["kind"]): boolean {
  return attachments.some((attachment) => attachment.kind === kind);
}

function isHelp(text: string): boolean {
  return /^\W*(?:help|hey|hello|hi)\W*$/i.test(text);
}
