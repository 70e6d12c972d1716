/** Walks a line of JSON for the fields that matter, in one pass. */
import { BACKSLASH, COLON, QUOTE } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import { HASH_PRIME, HASH_SEED } from "./byte-hash.js";
import { hashName, nest } from "./name-hash.js";
import { clearNamedFields, noteField, type WalkFields } from "./named-fields.js";
import { quoteEnd } from "./quote-end.js";

/** Most names of a log are not wanted: a few bits of their hash say so. */
const FILTER_MASK = 0xfff;
/** Deeper fields are not noted. */
const DEPTH_MAX = 64;

/**
 * Returns the walk for these names. "res.statusCode" is the field `statusCode` of an object `res`, or a field that is
 * called so; "$.code" is a field of the outermost object.
 */
export function createJsonWalk(names: readonly string[]): WalkFields {
  const { plain, nested, outermost, mayBeWanted } = hashNames(names);
  const parents = new Int32Array(DEPTH_MAX);
  const isArray = new Uint8Array(DEPTH_MAX);

  return (bytes, start, end, fields) => {
    let depth = 0;
    let last = 0;
    clearNamedFields(fields);
    for (let at = start; at < end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        let hash = HASH_SEED;
        for (at += 1; at < end && bytes[at] !== QUOTE; at++) {
          if (bytes[at] === BACKSLASH) at += 1;
          hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_PRIME);
        }
        const value = valueAfter(bytes, at + 1, end);
        if (value < 0) continue;
        last = hash;
        fields.total += 1;
        fields.names = nest(fields.names, hash);
        const parent = parents[depth] ?? 0;
        if (mayBeWanted[hash & FILTER_MASK] === 1 && depth < DEPTH_MAX) {
          const name =
            plain.get(hash) ?? nested.get(nest(parent, hash)) ?? (depth === 1 ? outermost.get(hash) : undefined);
          if (name !== undefined) noteField(fields, name, value, depth, parent);
        }
        at = bytes[value] === QUOTE ? quoteEnd(bytes, value + 1, end) : value - 1;
      } else if (byte === 123 || byte === 91) {
        const parent = depth < DEPTH_MAX && isArray[depth] === 1 ? (parents[depth] ?? 0) : last;
        depth += 1;
        if (depth < DEPTH_MAX) {
          parents[depth] = parent;
          isArray[depth] = byte === 91 ? 1 : 0;
        }
      } else if (byte === 125 || byte === 93) depth = Math.max(0, depth - 1);
    }
    parents[0] = 0;
  };
}

/** The numbers of the names by their hashes. */
function hashNames(names: readonly string[]) {
  const plain = new Map<number, number>();
  const nested = new Map<number, number>();
  const outermost = new Map<number, number>();
  const mayBeWanted = new Uint8Array(FILTER_MASK + 1);
  for (const [index, name] of names.entries()) {
    const dot = name.lastIndexOf(".");
    const own = hashName(name.slice(dot + 1));
    const isOutermost = name.startsWith("$.");
    if (isOutermost) outermost.set(own, index);
    else plain.set(hashName(name), index);
    if (dot > 0 && !isOutermost) nested.set(nest(hashName(name.slice(0, dot).split(".").at(-1) ?? ""), own), index);
    mayBeWanted[hashName(name) & FILTER_MASK] = 1;
    mayBeWanted[own & FILTER_MASK] = 1;
  }
  return { plain, nested, outermost, mayBeWanted };
}

/** Where the value begins when a colon follows, else -1. */
function valueAfter(bytes: Uint8Array, from: number, end: number): number {
  const colon = skipBlanks(bytes, from, end);
  return bytes[colon] === COLON && colon < end ? skipBlanks(bytes, colon + 1, end) : -1;
}
