/** Reads the files of a workspace: what Slack shows of a snippet, else the file from where Slack keeps it. */
import { type FileText, type TextAttachment, UnreadableError } from "../../src/bot/attachment.js";
import { DOWNLOAD_MAX_MS, downloadText } from "../../src/ops/download-text.js";
import { patiently } from "./patiently.js";
import { type Fields, fieldsOf, textIn } from "./read-fields.js";
import { fileKindOf } from "./read-file.js";
import { refusalOf } from "./slack-errors.js";
import type { SlackParts, Workspace } from "./slack-parts.js";
import { NEEDS_FILES_READ } from "./slack-wording.js";

/** From a file's id to the function that reads it. */
export type OpenFile = (id: string) => TextAttachment["read"];

const SLACK_FILES_ORIGIN = "https://files.slack.com";

/** Files come from Slack's own server for them, or from where its methods are called: no other gets the token. */
export function fileOrigins(apiUrl: string): readonly string[] {
  return [SLACK_FILES_ORIGIN, new URL(apiUrl).origin];
}

/** What keeps a file from being read is logged, without its name and address. */
export function createOpenFile(workspace: Workspace, { fileOrigins, logger }: SlackParts): OpenFile {
  return (id) => async (maxBytes) => {
    try {
      return await read(workspace, id, fileOrigins, maxBytes);
    } catch (error) {
      logger.info({ err: error, file: id }, "a file could not be read");
      throw error;
    }
  };
}

async function read(workspace: Workspace, id: string, origins: readonly string[], maxBytes: number): Promise<FileText> {
  const { file, shown } = await inform(workspace, id);
  if (fileKindOf(file).kind !== "text") throw new UnreadableError("binary");
  if (shown?.complete && shown.text.length <= maxBytes) return shown;
  try {
    return await download(workspace, file, origins, maxBytes);
  } catch (error) {
    if (shown && error instanceof UnreadableError) return shown;
    throw error;
  }
}

/** `shown`: Slack tells the beginning of snippets itself. */
async function inform(
  { client, stopping }: Workspace,
  id: string,
): Promise<{ readonly file: Fields; readonly shown?: FileText }> {
  try {
    const { file, content, is_truncated } = await patiently(() => client.files.info({ file: id }), stopping);
    const fields = fieldsOf(file);
    return content === undefined
      ? { file: fields }
      : { file: fields, shown: { text: content, complete: !is_truncated } };
  } catch (error) {
    throw explain(error);
  }
}

async function download(
  { client }: Workspace,
  file: Fields,
  origins: readonly string[],
  maxBytes: number,
): Promise<FileText> {
  const address = textIn(file, "url_private_download") || textIn(file, "url_private");
  const headers = { authorization: `Bearer ${client.token}` };
  const mayBePage = textIn(file, "mimetype") === "text/html";
  try {
    return await downloadText(address, { origins, headers, maxBytes, mayBePage, timeoutMs: DOWNLOAD_MAX_MS });
  } catch (error) {
    if (!(error instanceof UnreadableError) || error.why !== "permission") throw error;
    throw new UnreadableError("permission", { remedy: NEEDS_FILES_READ, cause: error });
  }
}

function explain(error: unknown): UnreadableError {
  switch (refusalOf(error)) {
    case "missing_scope":
      return new UnreadableError("permission", { remedy: NEEDS_FILES_READ, cause: error });
    case "access_denied":
    case "not_allowed":
      return new UnreadableError("permission", { cause: error });
    case "file_not_found":
    case "file_deleted":
      return new UnreadableError("gone", { cause: error });
    default: // Slack has hundreds, and adds to them
      return new UnreadableError("unreachable", { cause: error });
  }
}
