/** Walks a line of JSON or logfmt for the fields that matter. One pass, no objects: a line costs as much as its bytes. */
import { ALNUM, BACKSLASH, BLANK, COLON, EQUALS, is, lower, QUOTE } from "./ascii.js";
import { skipBlanks } from "./blanks.js";

/** The fields of one line. Written over by the next walk. */
export interface NamedFields {
  count: number;
  /** All fields, the unwanted ones too. */
  total: number;
  /** Hash of their names, in their order. */
  names: number;
  /** Which of the wanted names, where its value begins, how deep and below which field it stands. */
  readonly name: Int32Array;
  readonly value: Int32Array;
  readonly depth: Int32Array;
  readonly parent: Int32Array;
  /** Where each wanted name was noted first; -1 where it was not. */
  readonly first: Int32Array;
}

/** More fields, and deeper ones, are not noted. */
const FIELDS_MAX = 512;
const DEPTH_MAX = 64;

/** `names`: how many are wanted. */
export function createNamedFields(names: number): NamedFields {
  const numbers = () => new Int32Array(FIELDS_MAX);
  const first = new Int32Array(names).fill(-1);
  return {
    count: 0,
    total: 0,
    names: 0,
    name: numbers(),
    value: numbers(),
    depth: numbers(),
    parent: numbers(),
    first,
  };
}

export type WalkFields = (bytes: Uint8Array, start: number, end: number, fields: NamedFields) => void;

const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
/** Most names of a log are not wanted: a few bits of their hash say so. */
const FILTER_MASK = 0xfff;

/** FNV-1a over the bytes of a name. */
function hashName(name: string): number {
  let hash = HASH_SEED;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, HASH_PRIME);
  return hash;
}

/** Of the array in which an API lists what is wrong with one request. */
export const ERRORS = hashName("errors");

function nest(parent: number, name: number): number {
  return Math.imul(parent, 31) ^ name;
}

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
    begin(fields);
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
          if (name !== undefined) note(fields, name, value, depth, parent);
        }
        at = bytes[value] === QUOTE ? skipString(bytes, value, end) : value - 1;
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

function begin(fields: NamedFields): void {
  for (let index = 0; index < fields.count; index++) fields.first[fields.name[index] ?? 0] = -1;
  fields.count = 0;
  fields.total = 0;
  fields.names = HASH_SEED;
}

function note(fields: NamedFields, name: number, value: number, depth: number, parent: number): void {
  if (fields.count === FIELDS_MAX) return;
  const index = fields.count++;
  if (fields.first[name] === -1) fields.first[name] = index;
  fields.name[index] = name;
  fields.value[index] = value;
  fields.depth[index] = depth;
  fields.parent[index] = parent;
}

/** The closing quote of the string that begins at `at`. */
function skipString(bytes: Uint8Array, at: number, end: number): number {
  let to = at + 1;
  while (to < end && bytes[to] !== QUOTE) to += bytes[to] === BACKSLASH ? 2 : 1;
  return to;
}

/** Where the value begins when a colon follows, else -1. */
function valueAfter(bytes: Uint8Array, from: number, end: number): number {
  const colon = skipBlanks(bytes, from, end);
  return bytes[colon] === COLON && colon < end ? skipBlanks(bytes, colon + 1, end) : -1;
}

/** Returns the walk for `name=value name="value"`: a name begins the line or comes after a blank. */
export function createLogfmtWalk(names: readonly string[]): WalkFields {
  const known = new Map(names.map((name, index) => [hashName(name.toLowerCase()), index]));
  return (bytes, start, end, fields) => {
    begin(fields);
    for (let at = start; at < end; at++) {
      at = skipBlanks(bytes, at, end);
      let hash = HASH_SEED;
      const from = at;
      while (at < end && isNameByte(bytes[at] ?? 0)) hash = Math.imul(hash ^ lower(bytes[at++] ?? 0), HASH_PRIME);
      if (bytes[at] === EQUALS && at > from && at + 1 < end) {
        const name = known.get(hash);
        fields.total += 1;
        fields.names = nest(fields.names, hash);
        if (name !== undefined) note(fields, name, at + 1, 0, 0);
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

/** The end of the value that begins at `at`, without its quotes; a bare one ends at a blank, a comma or a bracket. */
export function valueEnd(bytes: Uint8Array, at: number, quoted: boolean, end: number): number {
  let to = at;
  while (to < end && bytes[to] !== QUOTE && (quoted || !endsBare(bytes[to] ?? 0)))
    to += bytes[to] === BACKSLASH ? 2 : 1;
  return Math.min(to, end);
}

function endsBare(byte: number): boolean {
  return is(byte, BLANK) || byte === 44 || byte === 125 || byte === 93;
}
