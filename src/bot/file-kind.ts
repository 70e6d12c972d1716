/** What a file is, by its name and the type that its platform gives. */
export type FileKind =
  | { readonly kind: "picture" | "other" }
  /** `mayBeLog`: it is called a log, or plain text of no other sort. */
  | { readonly kind: "text"; readonly mayBeLog: boolean };

const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|avif|bmp|heic|svg)$/i;
const LOG_ENDINGS: ReadonlySet<string> = new Set(["log", "txt", "out", "err", "trace", "ndjson", "jsonl"]);
const TEXT_NAME =
  /\.(?:json|xml|ya?ml|html?|csv|tsv|md|har|ini|conf|cfg|toml|env|sh|js|ts|py|rb|go|rs|java|kt|cs|php|sql|http)$/i;
const PLAIN_TYPES: ReadonlySet<string> = new Set(["", "text/plain", "text/x-log"]);
const TEXT_TYPE = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|x-ndjson|yaml|x-yaml|javascript|x-sh|toml)\b)/;
/** What servers say of a file that they know nothing about. */
const UNKNOWN_TYPES: ReadonlySet<string> = new Set(["", "application/octet-stream", "binary/octet-stream"]);

/** `type` may carry parameters ("text/plain; charset=utf-8"), and may be empty. */
export function fileKind(name: string, type: string): FileKind {
  const bare = (type.split(";", 1)[0] ?? "").trim().toLowerCase();
  const isUnknown = UNKNOWN_TYPES.has(bare);
  if (bare.startsWith("image/") || (isUnknown && PICTURE_NAME.test(name))) return { kind: "picture" };
  if (isLogName(name) && (isUnknown || TEXT_TYPE.test(bare))) return { kind: "text", mayBeLog: true };
  if (TEXT_TYPE.test(bare)) return { kind: "text", mayBeLog: PLAIN_TYPES.has(bare) && !TEXT_NAME.test(name) };
  return isUnknown && TEXT_NAME.test(name) ? { kind: "text", mayBeLog: false } : { kind: "other" };
}

/** "api.log", and those that were put aside: "access.log.1", "access.log-20261121". */
function isLogName(name: string): boolean {
  const [last = "", ...before] = name.toLowerCase().split(/[.-]/).reverse();
  if (LOG_ENDINGS.has(last)) return before.length > 0;
  return /^\d+$/.test(last) && before.some((part) => LOG_ENDINGS.has(part));
}
