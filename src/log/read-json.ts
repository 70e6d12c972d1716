/** Reads a line of JSON as the record that it is: by the names of its fields. */
import type { LogFormat } from "../catalog/types.js";
import { ALNUM, is, QUOTE, threeDigits } from "./ascii.js";
import { createJsonFields, createJsonWalk, type JsonFields, valueEnd } from "./json-fields.js";
import { SLOTS, type Slot } from "./layout.js";
import type { Fields } from "./match-layout.js";

export interface JsonReading {
  /** Index of the format, or -1. */
  readonly format: number;
  /** Statuses of the further records on the same line. */
  readonly more: readonly number[];
}

type JsonSpec = NonNullable<LogFormat["json"]>;

const NOTHING: JsonReading = { format: -1, more: [] };
const READ: readonly Slot[] = ["method", "path", "flags", "upstream", "reason"];

/** Returns the reader. It fills `fields` as a layout would. */
export function createJsonReader(formats: readonly LogFormat[]) {
  const names = [...new Set(formats.flatMap(({ json }) => (json ? allNames(json) : [])))];
  const walk = createJsonWalk(names);
  const found = createJsonFields();
  const specs = formats.flatMap(({ json }, format) => (json ? [compileSpec(json, format, names)] : []));

  return (bytes: Uint8Array, start: number, end: number, fields: Fields): JsonReading => {
    walk(bytes, start, end, found);
    for (const spec of specs) {
      const status = findStatus(spec, found, bytes);
      if (status < 0) continue;
      fields.status = readStatus(bytes, found.value[status] ?? 0);
      fillFields(spec, found, bytes, end, fields);
      return { format: spec.format, more: furtherRecords(found, status, bytes) };
    }
    return NOTHING;
  };
}

function allNames(json: JsonSpec): string[] {
  const optional = READ.flatMap((slot) => namesOf(json, slot));
  return [...json.needs, ...json.besides, ...json.status, ...(json.behind ?? []), ...optional];
}

function namesOf(json: JsonSpec, slot: Slot): readonly string[] {
  switch (slot) {
    case "method":
    case "path":
    case "flags":
    case "upstream":
    case "reason":
    case "behind":
      return json[slot] ?? [];
    case "status":
      return json.status;
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

function compileSpec(json: JsonSpec, format: number, names: readonly string[]): Spec {
  const indexes = (wanted: readonly string[] = []) => wanted.map((name) => names.indexOf(name));
  return {
    format,
    failuresOnly: json.failuresOnly,
    needs: indexes(json.needs),
    besides: indexes(json.besides),
    status: indexes(json.status),
    behind: indexes(json.behind),
    slots: READ.map((slot) => ({ slot: SLOTS.indexOf(slot), names: indexes(namesOf(json, slot)) })),
  };
}

/** The field that holds the status, as an index into `found`, when the line has all that the format needs. */
function findStatus(spec: Spec, found: JsonFields, bytes: Uint8Array): number {
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

function indexOfName(found: JsonFields, name: number): number {
  for (let index = 0; index < found.count; index++) if (found.name[index] === name) return index;
  return -1;
}

/** `404`, `"404"`, `"404 Not Found"`; 0 for `0`, `null` and `"-"`; -1 for everything else. */
function readStatus(bytes: Uint8Array, value: number): number {
  const at = bytes[value] === QUOTE ? value + 1 : value;
  const status = threeDigits(bytes, at);
  if (status > 0) return is(bytes[at + 3], ALNUM) || bytes[at + 3] === 46 ? -1 : status;
  const first = bytes[at];
  if (first === 45 && bytes[at + 1] === QUOTE) return 0;
  return (first === 48 && !is(bytes[at + 1], ALNUM)) || (first === 110 && bytes[at + 1] === 117) ? 0 : -1;
}

function fillFields(spec: Spec, found: JsonFields, bytes: Uint8Array, end: number, fields: Fields): void {
  fields.spans.fill(0);
  fields.behind = -1;
  for (const name of spec.behind) {
    const index = indexOfName(found, name);
    if (index >= 0 && fields.behind < 0) fields.behind = Math.max(0, readStatus(bytes, found.value[index] ?? 0));
  }
  for (const { slot, names } of spec.slots) {
    const index = names.map((name) => indexOfName(found, name)).find((position) => position >= 0);
    if (index === undefined) continue;
    const value = found.value[index] ?? 0;
    const from = bytes[value] === QUOTE ? value + 1 : value;
    fields.spans[slot * 2] = from;
    fields.spans[slot * 2 + 1] = valueEnd(bytes, from, end);
  }
}

/** The same field again, as deep and below the same name, is another record of an array. */
function furtherRecords(found: JsonFields, status: number, bytes: Uint8Array): readonly number[] {
  const more: number[] = [];
  for (let index = status + 1; index < found.count; index++) {
    const same =
      found.name[index] === found.name[status] &&
      found.depth[index] === found.depth[status] &&
      found.parent[index] === found.parent[status];
    const code = same ? readStatus(bytes, found.value[index] ?? 0) : -1;
    if (code >= 100 && (found.depth[index] ?? 0) > 1) more.push(code);
  }
  return more;
}
