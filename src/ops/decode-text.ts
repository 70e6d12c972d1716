/** Bytes of unknown origin as text: UTF-8 unless they say or show otherwise. */

/** How much of the beginning shows whether it is text. In bytes. */
const LOOK_MAX_BYTES = 8 * 1024;

type Marked = "utf-8" | "utf-16le" | "utf-16be";

/** The encoding that a byte order mark names: Windows' shells write UTF-16. */
export function markedEncoding(bytes: Uint8Array): Marked | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

/** The text without a byte order mark; undefined when it is none: text holds no NUL. May end within a character. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = markedEncoding(bytes);
  if (!marked && bytes.subarray(0, LOOK_MAX_BYTES).includes(0)) return undefined;
  if (marked) return new TextDecoder(marked).decode(bytes);
  return decodeUtf8(bytes) ?? new TextDecoder("latin1").decode(bytes);
}

/** Undefined when it is not UTF-8. `stream`: a character that is cut at the end is no mistake. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
