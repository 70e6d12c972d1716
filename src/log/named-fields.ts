/** The fields of a line that are wanted by name, as walks note them. No objects: a line costs as much as its bytes. */
import { HASH_SEED } from "./byte-hash.js";

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

/** More fields are not noted. */
const FIELDS_MAX = 4_096;

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

/** Forgets the line before. */
export function clearNamedFields(fields: NamedFields): void {
  for (let index = 0; index < fields.count; index++) fields.first[fields.name[index] ?? 0] = -1;
  fields.count = 0;
  fields.total = 0;
  fields.names = HASH_SEED;
}

export function noteField(fields: NamedFields, name: number, value: number, depth: number, parent: number): void {
  if (fields.count === FIELDS_MAX) return;
  const index = fields.count++;
  if (fields.first[name] === -1) fields.first[name] = index;
  fields.name[index] = name;
  fields.value[index] = value;
  fields.depth[index] = depth;
  fields.parent[index] = parent;
}
