/** Fetches a text file from where a platform keeps it, and from nowhere else: bounded in size and time, no redirects. */
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import { type FileText, UnreadableError } from "../bot/attachment.js";
import { decodeText } from "./decode-text.js";

export interface DownloadRules {
  /** Where files may come from: "https://files.example.com". Any other address is refused before anything is sent. */
  readonly origins: readonly string[];
  /** Sent to those origins only. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The file is read up to here, unpacked, whatever its headers promise. */
  readonly maxBytes: number;
  /** For all of it. */
  readonly timeoutMs: number;
  /** Whether the file itself is a page. If it is not, a page is a sign-in form in its place. */
  readonly mayBePage: boolean;
}

/** For a file of a few megabytes; an asker waits no longer. */
export const DOWNLOAD_MAX_MS = 5_000;

/** One for all: it keeps no connection open for long, and follows no redirect. */
const agent = new Agent({ keepAliveTimeout: 1_000, connections: 8 });

/** The beginning of the file. Rejects with an UnreadableError that names no address: addresses carry signatures. */
export async function downloadText(address: string, rules: DownloadRules): Promise<FileText> {
  if (!isAllowed(address, rules.origins)) throw new UnreadableError("unreachable", { cause: "not an allowed origin" });
  try {
    return await fetchText(address, rules);
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError("unreachable", { cause: causeOf(error) });
  }
}

function isAllowed(address: string, origins: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, username, password } = new URL(address);
  return origins.includes(origin) && username === "" && password === "";
}

async function fetchText(
  address: string,
  { headers, maxBytes, timeoutMs, mayBePage }: DownloadRules,
): Promise<FileText> {
  const signal = AbortSignal.timeout(timeoutMs);
  const sent = { "accept-encoding": "gzip", ...headers };
  const answer = await request(address, { dispatcher: agent, method: "GET", headers: sent, signal });
  try {
    checkAnswer(answer, mayBePage);
    const { bytes, complete } = await readBytes(unpacked(answer), maxBytes);
    const text = decodeText(bytes);
    if (text === undefined) throw new UnreadableError("binary");
    return { text, complete };
  } finally {
    answer.body.on("error", () => {}).destroy(); // what is not wanted any more is not sent either
  }
}

/** Throws what the status and the type of the answer give away. */
function checkAnswer({ statusCode, headers }: Dispatcher.ResponseData, mayBePage: boolean): void {
  if (statusCode === 401 || statusCode === 403) throw new UnreadableError("permission", { cause: statusCode });
  if (statusCode === 404 || statusCode === 410) throw new UnreadableError("gone", { cause: statusCode });
  if (statusCode !== 200) throw new UnreadableError("unreachable", { cause: statusCode });
  if (!mayBePage && /^text\/html\b/i.test(String(headers["content-type"] ?? "")))
    throw new UnreadableError("permission", { cause: "a page instead of the file" });
}

function unpacked({ headers, body }: Dispatcher.ResponseData): Readable {
  const encoding = String(headers["content-encoding"] ?? "identity").toLowerCase();
  if (encoding === "identity") return body;
  if (encoding !== "gzip") throw new UnreadableError("unreachable", { cause: "an encoding that was not asked for" });
  const unpacking = createGunzip();
  body.on("error", (error) => unpacking.destroy(error));
  return body.pipe(unpacking);
}

/** Stops reading once it has enough. */
async function readBytes(stream: Readable, maxBytes: number): Promise<{ bytes: Uint8Array; complete: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), complete: size <= maxBytes };
}

/** Without its message, in which the address may stand. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
