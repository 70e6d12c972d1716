/** Lines between two commands or two errors: what follows is the answer to another request. */
import { BLANK, is } from "./ascii.js";
import { startsWith } from "./starts-with.js";

const encode = (text: string) => new TextEncoder().encode(text);
/** Prompts of shells, and the corner of the box that Terraform draws around an error. */
const STARTS = ["$ ", "% ", "❯ ", "➜ ", "PS ", "╷"].map(encode);
/** "ann@box:~/shop$ ", "(venv) $ " */
const PROMPT_MAX_BYTES = 80;
const AT = 64;
const OPENS = 40;
const ENDS = new Set([35, 36, 37]); // # $ %

export function isBoundary(bytes: Uint8Array, body: number, end: number): boolean {
  return (
    STARTS.some((start) => bytes[body] === start[0] && startsWith(bytes, body, end, start)) ||
    isPrompt(bytes, body, end)
  );
}

/** A name with "@" or a name in brackets, then `$ `, `# ` or `% `. */
function isPrompt(bytes: Uint8Array, body: number, end: number): boolean {
  const limit = Math.min(end - 1, body + PROMPT_MAX_BYTES);
  let isNamed = bytes[body] === OPENS;
  for (let at = body; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === AT) isNamed = true;
    if (isNamed && ENDS.has(byte) && is(bytes[at + 1], BLANK)) return true;
    if (is(byte, BLANK) && !isNamed) return false;
  }
  return false;
}
