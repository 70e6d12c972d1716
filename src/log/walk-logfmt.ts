import { ALNUM, BLANK, EQUALS, is, lower, QUOTE } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import { HASH_PRIME, HASH_SEED } from "./byte-hash.js";
import { hashName, nest } from "./name-hash.js";
import { clearNamedFields, noteField, type WalkFields } from "./named-fields.js";
import { quoteEnd } from "./quote-end.js";

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
        at = bytes[at + 1] === QUOTE ? quoteEnd(bytes, at + 2, end) : at + 1;
      }
      while (at < end && !is(bytes[at], BLANK)) at += 1;
    }
  };
}

/** Letters, digits, `_ . - /` */
function isNameByte(byte: number): boolean {
  return is(byte, ALNUM) || byte === 95 || byte === 46 || byte === 45 || byte === 47;
}
