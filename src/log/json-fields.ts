/** Walks a line of JSON for the fields that matter. One pass, no objects: a line costs as much as its bytes. */
import { BACKSLASH, BLANK, is, QUOTE } from "./ascii.js";

/** The fields of one line. Written over by the next walk. */
export interface JsonFields {
  count: number;
  /** Which of the wanted names, where its value begins, how deep and below which field it stands. */
  readonly name: Int32Array;
  readonly value: Int32Array;
  readonly depth: Int32Array;
  readonly parent: Int32Array;
}

/** More fields, and deeper ones, are not noted. */
const FIELDS_MAX = 512;
const DEPTH_MAX = 64;

export function createJsonFields(): JsonFields {
  const numbers = () => new Int32Array(FIELDS_MAX);
  return { count: 0, name: numbers(), value: numbers(), depth: numbers(), parent: numbers() };
}

export type WalkJson = (bytes: Uint8Array, start: number, end: number, fields: JsonFields) => void;

const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** FNV-1a over the bytes of a name. */
function hashName(name: string): number {
  let hash = HASH_SEED;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, HASH_PRIME);
  return hash;
}

function nest(parent: number, name: number): number {
  return Math.imul(parent, 31) ^ name;
}

/**
 * Returns the walk for these names. "res.statusCode" is the field `statusCode` of an object `res`, or a field that is
 * called so.
 */
export function createJsonWalk(names: readonly string[]): WalkJson {
  const plain = new Map<number, number>();
  const nested = new Map<number, number>();
  for (const [index, name] of names.entries()) {
    plain.set(hashName(name), index);
    const dot = name.lastIndexOf(".");
    const parent = name.slice(0, dot).split(".").at(-1) ?? "";
    if (dot > 0) nested.set(nest(hashName(parent), hashName(name.slice(dot + 1))), index);
  }
  const parents = new Int32Array(DEPTH_MAX);
  const isArray = new Uint8Array(DEPTH_MAX);

  return (bytes, start, end, fields) => {
    let depth = 0;
    let last = 0;
    fields.count = 0;
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
        const parent = parents[depth] ?? 0;
        const name = plain.get(hash) ?? nested.get(nest(parent, hash));
        if (name !== undefined && depth < DEPTH_MAX) note(fields, name, value, depth, parent);
        at = value - 1;
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

function note(fields: JsonFields, name: number, value: number, depth: number, parent: number): void {
  if (fields.count === FIELDS_MAX) return;
  const index = fields.count++;
  fields.name[index] = name;
  fields.value[index] = value;
  fields.depth[index] = depth;
  fields.parent[index] = parent;
}

/** Where the value begins when a colon follows, else -1. */
function valueAfter(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && is(bytes[at], BLANK)) at += 1;
  if (bytes[at] !== 58 || at >= end) return -1;
  at += 1;
  while (at < end && is(bytes[at], BLANK)) at += 1;
  return at;
}

/** The end of the value that begins at `at`: past its text when it is a string, without the quotes. */
export function valueEnd(bytes: Uint8Array, at: number, end: number): number {
  let to = at;
  while (to < end && bytes[to] !== QUOTE && bytes[to] !== 44 && bytes[to] !== 125 && bytes[to] !== 93) {
    to += bytes[to] === BACKSLASH ? 2 : 1;
  }
  return Math.min(to, end);
}
