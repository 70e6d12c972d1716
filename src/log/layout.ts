/** The layout of a log line, written down as data and compiled for bytes. */
import { BLANK, is, lower } from "./ascii.js";

/** What a layout can take out of a line. Other names in braces are for people; they are matched and left. */
export const SLOTS = [
  "status",
  "behind",
  "method",
  "path",
  "request",
  "time",
  "flags",
  "upstream",
  "reason",
  "id",
] as const;
export type Slot = (typeof SLOTS)[number];

/**
 * How a field is read. `word`: no blanks, up to what follows. `text`: anything, up to what follows. `rest`: anything, to
 * the end of the line. `status`: three digits, or "-", "0", "000", "-1" for none. `digits` begin with one and are
 * nothing else; `number` may hold a point, a comma, a sign or a unit; it may be "-". `method`: a
 * method of HTTP. `path`: a word that begins with a slash or a scheme, or is "*". `level`: INFO, warn, Error.
 * `list`: one word or several with ", " or " : " between them, as nginx writes what it tried one after the other; of a
 * list of statuses the last counts. `pod`: the name that Kubernetes gives one: "api-7c9d8b5f4d-x2k4p". `logfile`: a
 * file's name with "log" in it as grep writes it in front: with a colon, or with the line's number between two.
 */
const FIELD_TYPES = [
  "word",
  "text",
  "rest",
  "status",
  "number",
  "digits",
  "time",
  "method",
  "path",
  "ip",
  "level",
  "list",
  "pod",
  "logfile",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export type Part =
  | { readonly kind: "literal"; readonly bytes: Uint8Array }
  /** One or more blanks; `one`: exactly one. */
  | { readonly kind: "blanks"; readonly one: boolean }
  /** `until`: the bytes that end a word or text; empty for a blank or the end of the line. */
  | { readonly kind: "field"; readonly type: FieldType; readonly slot: number; readonly until: Uint8Array };

export type Layout = readonly Part[];

const TYPE_OF: Partial<Record<string, FieldType>> = {
  status: "status",
  behind: "status",
  method: "method",
  path: "path",
  request: "text",
  time: "time",
  ip: "ip",
  rest: "rest",
  text: "text",
  number: "number",
  digits: "digits",
  level: "level",
  list: "list",
  pod: "pod",
  logfile: "logfile",
};

/**
 * Compiles "{client} [{time}] \"{request}\" {status}": a field is `{name}` or `{name:type}`, a blank stands for any
 * number of blanks, everything else for itself. A blank at the very end is one blank: what is indented behind it stays
 * so. Throws on a type that does not exist.
 */
export function compileLayout(source: string): Layout {
  const pieces = source.match(/\{[^{}\s]+\}| +|(?:(?!\{[^{}\s]+\})[^ ])+/g) ?? [];
  return pieces.map((piece, index): Part => {
    if (piece.startsWith(" ")) return { kind: "blanks", one: index === pieces.length - 1 };
    if (!isField(piece)) return { kind: "literal", bytes: encode(piece) };
    const [name = "", type = TYPE_OF[name] ?? "word"] = piece.slice(1, -1).split(":");
    if (!isFieldType(type)) throw new Error(`{${name}:${type}} has no known type; there are ${FIELD_TYPES.join(", ")}`);
    return { kind: "field", type, slot: slotOf(name), until: encode(follower(pieces, index, type)) };
  });
}

/** What ends a word or text: the literal behind it; behind a text also a blank with a literal. Empty: the next blank. */
function follower(pieces: readonly string[], index: number, type: FieldType): string {
  const [next = "", afterNext = ""] = pieces.slice(index + 1, index + 3);
  if (isField(next)) return "";
  if (!next.startsWith(" ")) return next;
  return type === "text" && afterNext !== "" && !isField(afterNext) ? ` ${afterNext}` : "";
}

function isField(piece: string): boolean {
  return /^\{[^{}\s]+\}$/.test(piece);
}

function isFieldType(type: string): type is FieldType {
  return FIELD_TYPES.some((known) => known === type);
}

function slotOf(name: string): number {
  return (SLOTS as readonly string[]).indexOf(name);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** In place of a byte behind the time where a line begins with none. */
export const NO_TIME = -1;

/**
 * Whether a line that begins with `byte` can have this layout; a quick no for most lines. `behindTime`: what stands behind
 * the time that the line begins with, and behind blanks.
 */
export function canBegin(layout: Layout, byte: number, behindTime: number): boolean {
  const [first, ...rest] = layout;
  if (!first) return false;
  if (first.kind === "field" && first.type === "time") return behindTime !== NO_TIME && canGoOn(rest, behindTime);
  return canBeginPart(first, byte);
}

function canGoOn([next, afterNext]: Layout, byte: number): boolean {
  const part = next?.kind === "blanks" ? afterNext : next;
  return !part || canBeginPart(part, byte);
}

function canBeginPart(part: Part, byte: number): boolean {
  switch (part.kind) {
    case "literal":
      return part.bytes[0] === byte || is(part.bytes[0], BLANK);
    case "blanks":
      return is(byte, BLANK);
    case "field":
      return canBeginField(part.type, byte);
  }
}

function canBeginField(type: FieldType, byte: number): boolean {
  const isDigit = byte >= 48 && byte <= 57;
  const isLetter = lower(byte) >= 97 && lower(byte) <= 122;
  switch (type) {
    case "status":
    case "number":
      return isDigit || byte === 45;
    case "digits":
      return isDigit;
    case "ip":
      return isDigit || byte === 58 || (lower(byte) >= 97 && lower(byte) <= 102);
    case "method":
      return byte >= 65 && byte <= 90;
    case "path":
      return byte === 47 || byte === 42 || byte === 104;
    case "pod":
      return byte >= 97 && byte <= 122;
    case "level":
      return isLetter && "tdinwefcsapvl".includes(String.fromCharCode(lower(byte)));
    case "word":
    case "list":
    case "logfile":
      return byte > 32;
    case "text":
    case "rest":
    case "time":
      return true;
  }
}
