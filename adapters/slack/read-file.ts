/** Slack's file objects as what the bot needs to know of them. https://docs.slack.dev/reference/objects/file-object */
import type { Attachment } from "../../src/bot/attachment.js";
import { type FileKind, fileKind } from "../../src/bot/file-kind.js";
import type { OpenFile } from "./open-file.js";
import { type Fields, numberIn, textIn } from "./read-fields.js";

/** Kept by Slack itself; it can still be read. */
const READABLE_MODES: ReadonlySet<string> = new Set(["", "hosted", "snippet"]);

export function readFile(file: Fields, open: OpenFile): Attachment {
  const [id, name] = [textIn(file, "id"), textIn(file, "name")];
  // of a file from another organization, Slack tells nothing before it is asked
  const kind = isUntold(file) ? ({ kind: "text", mayBeLog: true } as const) : fileKindOf(file);
  if (kind.kind !== "text" || id === "") return { name, kind: kind.kind === "text" ? "other" : kind.kind };
  return { ...kind, name, size: numberIn(file, "size"), read: open(id) };
}

export function fileKindOf(file: Fields): FileKind {
  const mode = textIn(file, "mode");
  const type = textIn(file, "mimetype") || (mode === "snippet" ? "text/plain" : "");
  const kind = fileKind(textIn(file, "name"), type);
  return kind.kind === "text" && !READABLE_MODES.has(mode) ? { kind: "other" } : kind;
}

function isUntold(file: Fields): boolean {
  return textIn(file, "file_access") === "check_file_info";
}
