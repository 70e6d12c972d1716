/** What looks like a live credential: which kind on which line. The credential itself is never kept. */
import type { LogSecret } from "../catalog/types.js";
import { ALNUM, BLANK, is, QUOTE } from "./ascii.js";
import type { LineHits, LiteralTable } from "./literals.js";
import type { LogPart } from "./log-part.js";
import type { LogSecretFound } from "./log-report.js";

export interface SecretFinder extends LogPart {
  takeLine(hits: LineHits, bytes: Uint8Array, start: number, end: number, line: number): void;
  found(): readonly LogSecretFound[];
}

/** One of a kind is news, the twentieth is none. */
const FOUND_MAX = 20;

interface Mark {
  readonly secret: LogSecret;
  readonly bytes: Uint8Array;
}

export function createSecretFinder(secrets: readonly LogSecret[], table: LiteralTable): () => SecretFinder {
  const byLiteral = new Map<number, Mark[]>();
  for (const secret of secrets) {
    for (const mark of secret.marks) {
      const literal = table.add(mark);
      byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), { secret, bytes: new TextEncoder().encode(mark) }]);
    }
  }
  return () => startFinding(byLiteral);
}

function startFinding(byLiteral: ReadonlyMap<number, readonly Mark[]>): SecretFinder {
  const found = new Map<string, LogSecretFound>();

  function takeLine(hits: LineHits, bytes: Uint8Array, start: number, end: number, line: number): void {
    let last: { readonly key: string; readonly from: number; readonly to: number } | undefined;
    for (let index = 0; index < hits.count && found.size < FOUND_MAX; index++) {
      const at = hits.end[index] ?? 0;
      for (const mark of byLiteral.get(hits.literal[index] ?? -1) ?? []) {
        const to = secretEnd(mark, bytes, start, at, end);
        if (to < 0) continue;
        const { id } = mark.secret;
        const from = at - mark.bytes.length;
        if (last && from < last.from) continue; // the end of a longer mark
        // "Bearer ghp_…" is one credential, and the inner mark says which
        if (last && from < last.to) found.delete(last.key);
        last = { key: `${id} ${line}`, from: at, to };
        if (!found.has(last.key)) found.set(last.key, { secret: id, line });
      }
    }
  }

  return {
    takeLine,
    found: () => [...found.values()].sort((a, b) => a.line - b.line),
    forget: () => found.clear(),
  };
}

/** Where the credential behind the mark ends, or -1 where there is none. */
function secretEnd({ secret, bytes: mark }: Mark, bytes: Uint8Array, start: number, at: number, end: number): number {
  const from = at - mark.length;
  if (!secret.anyCase && !mark.every((byte, index) => bytes[from + index] === byte)) return -1;
  if (from > start && is(mark[0], ALNUM) && is(bytes[from - 1], ALNUM)) return -1;
  return valueEnd(secret, bytes, at, end);
}

function valueEnd(secret: LogSecret, bytes: Uint8Array, at: number, end: number): number {
  const { followedBy, min } = secret;
  if (followedBy === "line") return at;
  const from = followedBy === "value" ? skipAssignment(bytes, at, end) : at;
  let to = from;
  while (to < end && to - from < VALUE_MAX_BYTES && belongs(followedBy, bytes[to] ?? 0)) to += 1;
  if (followedBy === "password") return isPassword(secret, bytes, from, to, end) ? to : -1;
  if (from === to || isReference(bytes[from] ?? 0)) return -1;
  const isLive = to - from >= min && isVaried(bytes, from, to, min) && !isPlaceholder(secret, bytes, from, to);
  return isLive ? to : -1;
}

const VALUE_MAX_BYTES = 4_096;

/** `= "`, `: `, `":"`; the position behind it. */
function skipAssignment(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < 8 && ASSIGNMENT.includes(bytes[at] ?? 0)) at += 1;
  return at;
}

const ASSIGNMENT = [..." \t=:\"'\\"].map((character) => character.charCodeAt(0));
/** Blanks and controls end a value, and these. */
const VALUE_ENDS = [..."\"'`,;&<>(){}[]\\"].map((character) => character.charCodeAt(0));

function belongs(characters: Exclude<LogSecret["followedBy"], "line">, byte: number): boolean {
  switch (characters) {
    case "alphanumeric":
      return is(byte, ALNUM);
    case "token": // base64, base64url, percent-encoded, parts joined by points
      return is(byte, ALNUM) || byte === 45 || byte === 95 || byte === 46 || byte === 43 || byte === 47 || byte === 61;
    case "password":
      return byte > 32 && byte !== 47 && byte !== QUOTE && byte !== 64 && byte !== 39;
    case "value":
      return byte > 32 && !VALUE_ENDS.includes(byte);
  }
}

/** "$TOKEN", "%TOKEN%", "*****", "...": a name of the value, or what is left of it. */
function isReference(byte: number): boolean {
  return byte === 36 || byte === 37 || byte === 42 || byte === 46;
}

/** "user:password@host": a colon with enough after it, then the sign. */
function isPassword(secret: LogSecret, bytes: Uint8Array, from: number, to: number, end: number): boolean {
  if (to >= end || bytes[to] !== 64 || is(bytes[to + 1], BLANK)) return false;
  let colon = from;
  while (colon < to && bytes[colon] !== 58) colon += 1;
  return to - colon - 1 >= secret.min && !isPlaceholder(secret, bytes, colon + 1, to);
}

/** Stars, x's and ellipses stand for what somebody has taken out. */
function isVaried(bytes: Uint8Array, from: number, to: number, min: number): boolean {
  return new Set(bytes.subarray(from, to)).size >= Math.min(6, min - 1);
}

/** What people write instead of a credential, beside what each kind lists itself. */
const PLACEHOLDERS = [
  "example",
  "placeholder",
  "redacted",
  "changeme",
  "xxxx",
  "****",
  "....",
  "your",
  "dummy",
  "masked",
  "filtered",
  "hidden",
];

function isPlaceholder(secret: LogSecret, bytes: Uint8Array, from: number, to: number): boolean {
  const value = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 200))).toLowerCase();
  if (new Set(value).size <= 2) return true;
  return [...PLACEHOLDERS, ...secret.not].some((placeholder) => value.includes(placeholder.toLowerCase()));
}
