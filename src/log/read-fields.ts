/** Reads a line of JSON or logfmt as the record that it is: by the names of its fields. */
import type { LogFormat } from "../catalog/types.js";
import { ALNUM, is, QUOTE, threeDigits } from "./ascii.js";
import { SLOTS, type Slot } from "./layout.js";
import { clearFields, type Fields } from "./match-layout.js";
import { ERRORS } from "./name-hash.js";
import { createNamedFields, type NamedFields } from "./named-fields.js";
import { valueEnd } from "./value-end.js";
import { createJsonWalk } from "./walk-json.js";
import { createLogfmtWalk } from "./walk-logfmt.js";

export interface FieldReading {
  /** Index of the format, or -1. */
  readonly format: number;
  /** Statuses of the further records on the same line. */
  readonly more: readonly number[];
}

export type ReadFields = (bytes: Uint8Array, start: number, end: number, fields: Fields) => FieldReading;

type FieldSpec = NonNullable<LogFormat["fields"]>;

const NOTHING: FieldReading = { format: -1, more: [] };
const READ: readonly Slot[] = ["method", "path", "flags", "upstream", "reason", "id"];

/** Returns the reader for the formats of one syntax. It fills `fields` as a layout would. */
export function createFieldReader(formats: readonly LogFormat[], syntax: FieldSpec["syntax"]): ReadFields {
  const own = formats.flatMap(({ fields }, format) => (fields?.syntax === syntax ? [{ fields, format }] : []));
  const names = [...new Set(own.flatMap(({ fields }) => allNames(fields)))];
  const walk = syntax === "json" ? createJsonWalk(names) : createLogfmtWalk(names);
  const found = createNamedFields(names.length);
  const specs = own.map(({ fields, format }) => compileSpec(fields, format, names));

  return (bytes, start, end, fields) => {
    walk(bytes, start, end, found);
    if (found.total < FIELDS_MIN) return NOTHING;
    for (const spec of specs) {
      const status = findStatus(spec, found, bytes);
      if (status < 0) continue;
      fillFields(spec, found, bytes, end, fields);
      fields.status = readStatus(bytes, found.value[status] ?? 0);
      fields.names = found.names;
      return { format: spec.format, more: furtherRecords(found, status, bytes) };
    }
    return NOTHING;
  };
}

/** One field alone is no record. */
const FIELDS_MIN = 2;

function allNames(spec: FieldSpec): string[] {
  const optional = READ.flatMap((slot) => namesOf(spec, slot));
  return [...spec.needs, ...spec.besides, ...spec.status, ...(spec.behind ?? []), ...optional];
}

function namesOf(spec: FieldSpec, slot: Slot): readonly string[] {
  switch (slot) {
    case "method":
    case "path":
    case "flags":
    case "upstream":
    case "reason":
    case "id":
    case "behind":
      return spec[slot] ?? [];
    case "status":
      return spec.status;
    case "request":
    case "time":
      return [];
  }
}

interface Spec {
  readonly format: number;
  readonly failuresOnly: boolean;
  readonly needs: readonly number[];
  readonly besides: readonly number[];
  readonly status: readonly number[];
  readonly behind: readonly number[];
  readonly slots: readonly { readonly slot: number; readonly names: readonly number[] }[];
}

function compileSpec(spec: FieldSpec, format: number, names: readonly string[]): Spec {
  const indexes = (wanted: readonly string[] = []) => wanted.map((name) => names.indexOf(name));
  return {
    format,
    failuresOnly: spec.failuresOnly,
    needs: indexes(spec.needs),
    besides: indexes(spec.besides),
    status: indexes(spec.status),
    behind: indexes(spec.behind),
    slots: READ.map((slot) => ({ slot: SLOTS.indexOf(slot), names: indexes(namesOf(spec, slot)) })),
  };
}

/** The field that holds the status, as an index into `found`, when the line has all that the format needs. */
function findStatus(spec: Spec, found: NamedFields, bytes: Uint8Array): number {
  const has = (name: number) => indexOfName(found, name) >= 0;
  if (!spec.needs.every(has) || (spec.besides.length > 0 && !spec.besides.some(has))) return -1;
  for (const name of spec.status) {
    for (let index = 0; index < found.count; index++) {
      if (found.name[index] !== name) continue;
      const status = readStatus(bytes, found.value[index] ?? 0);
      if (status >= (spec.failuresOnly ? 400 : 100) && !(spec.failuresOnly && status > 599)) return index;
      if (status === 0 && spec.needs.length > 0) return index;
    }
  }
  return -1;
}

function indexOfName(found: NamedFields, name: number): number {
  return found.first[name] ?? -1;
}

/** The field that stands first among the names that are there, in the order of the names; -1 without any. */
function firstOfNames(found: NamedFields, names: readonly number[]): number {
  for (const name of names) if (indexOfName(found, name) >= 0) return indexOfName(found, name);
  return -1;
}

/** `404`, `"404"`, `"404 Not Found"`; 0 for `0`, `null` and `"-"`; -1 for everything else. */
function readStatus(bytes: Uint8Array, value: number): number {
  const at = bytes[value] === QUOTE ? value + 1 : value;
  const status = threeDigits(bytes, at);
  if (status > 0) return goesOn(bytes[at + 3]) ? -1 : status;
  const first = bytes[at];
  if (first === 45 && bytes[at + 1] === QUOTE) return 0;
  return (first === 48 && !is(bytes[at + 1], ALNUM)) || (first === 110 && bytes[at + 1] === 117) ? 0 : -1;
}

/** `404ms`, `404.5`, `203/EXEC`, `404-b`: no status. */
function goesOn(byte: number | undefined): boolean {
  return is(byte, ALNUM) || byte === 46 || byte === 47 || byte === 45 || byte === 95 || byte === 58 || byte === 37;
}

function fillFields(spec: Spec, found: NamedFields, bytes: Uint8Array, end: number, fields: Fields): void {
  clearFields(fields);
  fields.isFilled = true;
  for (const name of spec.behind) {
    const index = indexOfName(found, name);
    if (index >= 0 && fields.behind < 0) fields.behind = Math.max(0, readStatus(bytes, found.value[index] ?? 0));
  }
  for (const { slot, names } of spec.slots) {
    const index = firstOfNames(found, names);
    if (index < 0) continue;
    const value = found.value[index] ?? 0;
    const from = bytes[value] === QUOTE ? value + 1 : value;
    fields.spans[slot * 2] = from;
    fields.spans[slot * 2 + 1] = valueEnd(bytes, from, from > value, end);
  }
}

/** The same field again, as deep and below the same name, is another record of an array. */
function furtherRecords(found: NamedFields, status: number, bytes: Uint8Array): readonly number[] {
  const more: number[] = [];
  for (let index = status + 1; index < found.count; index++) {
    const same =
      found.name[index] === found.name[status] &&
      found.depth[index] === found.depth[status] &&
      found.parent[index] !== ERRORS &&
      found.parent[index] === found.parent[status];
    const code = same ? readStatus(bytes, found.value[index] ?? 0) : -1;
    if (code >= 100 && (found.depth[index] ?? 0) > 1) more.push(code);
  }
  return more;
}
