import { ALNUM, BACKSLASH, BLANK, EQUALS, is, lower, QUOTE } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import { HASH_PRIME, HASH_SEED, hashName, nest } from "./name-hash.js";
import { clearNamedFields, noteField, type WalkFields } from "./named-fields.js";

/** Returns the walk for `name=value name="value"`: a name begins the line or comes after a blank. */
export function createLogfmtWalk(names: readonly string[]): WalkFields {
  const known = new Map(names.map((name, index) => [hashName(name.toLowerCase()), index]));
  return (bytes, start, end, fields) => {
    clearNamedFields(fields);
    for (let at = start; at < end; at++) {
      at = skipBlanks(bytes, at, end);
      let hash = HASH_SEED;
      const from = at;
      while (at < end && isNameByte(bytes[at] ?? 0)) hash = Math.imul(hash ^ lower(bytes[at++] ?? 0), HASH_PRIME);
      if (bytes[at] === EQUALS && at > from && at + 1 < end) {
        const name = known.get(hash);
        fields.total += 1;
        fields.names = nest(fields.names, hash);
        if (name !== undefined) noteField(fields, name, at + 1, 0, 0);
        at = logfmtEnd(bytes, at + 1, end);
      }
      while (at < end && !is(bytes[at], BLANK)) at += 1;
    }
  };
}

/** Letters, digits, `_ . - /` */
function isNameByte(byte: number): boolean {
  return is(byte, ALNUM) || byte === 95 || byte === 46 || byte === 45 || byte === 47;
}

/** Past the quoted value that begins at `at`; `at` itself when it is not quoted. */
function logfmtEnd(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== QUOTE) return at;
  let to = at + 1;
  while (to < end && bytes[to] !== QUOTE) to += bytes[to] === BACKSLASH ? 2 : 1;
  return Math.min(to, end);
}
