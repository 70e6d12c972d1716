/** Reads text files that came with messages, from where Discord keeps them. */
import type { APIAttachment } from "discord-api-types/v10";
import { type TextAttachment, UnreadableError } from "../../src/bot/attachment.js";
import { DOWNLOAD_MAX_MS, downloadText } from "../../src/ops/download-text.js";
import type { Logger } from "../../src/ops/logger.js";

/** From an attachment to the function that reads it. */
export type OpenFile = (attachment: Pick<APIAttachment, "url" | "content_type">) => TextAttachment["read"];

const DISCORD_FILE_ORIGINS = ["https://cdn.discordapp.com", "https://media.discordapp.net"] as const;

/**
 * Discord's own servers for files, and where its interface is: no other is asked. Nothing secret is sent along. What keeps
 * a file from being read is logged, without its name and address.
 */
export function createOpenFile(apiUrl: string, logger: Logger): OpenFile {
  const origins = [...DISCORD_FILE_ORIGINS, new URL(apiUrl).origin];
  return ({ url, content_type = "" }) =>
    async (maxBytes) => {
      const mayBePage = content_type.startsWith("text/html");
      try {
        return await downloadText(url, { origins, maxBytes, mayBePage, timeoutMs: DOWNLOAD_MAX_MS });
      } catch (error) {
        logger.info({ err: error }, "a file could not be read");
        throw isExpired(error) ? new UnreadableError("gone", { cause: error }) : error;
      }
    };
}

/** Addresses are signed for a while: who holds an old one may not read it. */
function isExpired(error: unknown): boolean {
  return error instanceof UnreadableError && error.why === "permission";
}
