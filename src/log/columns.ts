/** Logs whose header line names their columns: IIS and CloudFront (W3C), and tables as CSV or TSV. */
import { BLANK, is, QUOTE, SPACE, threeDigits } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import type { Table } from "./compile-records.js";
import { SLOTS, type Slot } from "./layout.js";
import type { LogPart } from "./log-part.js";
import { clearFields, type Fields } from "./match-layout.js";

export interface ColumnReader extends LogPart {
  /** Takes the columns from a header line; other lines change nothing. */
  takeHeader(bytes: Uint8Array, start: number, end: number): void;
  /** True when the line has the columns of the last header, with a status where it should be. */
  read(bytes: Uint8Array, start: number, end: number, fields: Fields): boolean;
  format(): number;
}

type ColumnSpec = Table["columns"];
const READ = ["status", "method", "path", "flags", "reason"] as const satisfies readonly Slot[];
/** Tables that are drawn: cells have blanks around them, rows may begin and end with a bar. */
const BAR = 124;
const STATUS = SLOTS.indexOf("status");
/** A header line is short. */
const HEADER_MAX_BYTES = 4_096;
const SEPARATORS: Record<ColumnSpec["separator"], number> = { blank: 32, tab: 9, comma: 44, semicolon: 59, bar: BAR };
const SPLITS: Record<ColumnSpec["separator"], RegExp> = {
  blank: / +/,
  tab: /\t/,
  comma: /,/,
  semicolon: /;/,
  bar: /\|/,
};

interface Current {
  readonly format: number;
  readonly separator: number;
  readonly slots: Int32Array;
}

export function createColumnReader(tables: readonly Table[]): ColumnReader {
  let current: Current | undefined;
  return {
    format: () => current?.format ?? -1,
    takeHeader: (bytes, start, end) => {
      if (end - start > HEADER_MAX_BYTES || end - start < 8) return;
      const begins = (header: string) => header === "" || bytes[start] === header.charCodeAt(0);
      const possible = tables.filter(({ columns }) => begins(columns.header));
      if (possible.length === 0) return;
      const line = new TextDecoder().decode(bytes.subarray(start, end));
      current = bestTable(possible, line) ?? current;
    },
    read: (bytes, start, end, fields) => {
      if (!current) return false;
      return readColumns(bytes, start, end, current.separator, current.slots, fields);
    },
    forget: () => {
      current = undefined;
    },
  };
}

/** Of formats whose headers begin alike the one is meant that knows more of the columns, else the one apart by blanks. */
function bestTable(tables: readonly Table[], line: string): Current | undefined {
  const known = ({ slots }: Current) => slots.filter((slot) => slot >= 0).length;
  const fitting = tables.flatMap(({ columns, format }): readonly Current[] => {
    const slots = readHeader(line, columns);
    return slots ? [{ format, separator: SEPARATORS[columns.separator], slots }] : [];
  });
  return fitting.sort((a, b) => known(b) - known(a) || b.separator - a.separator)[0];
}

/** The slot of each column, -1 for one that does not matter; undefined when this is no such header. */
function readHeader(line: string, columns: ColumnSpec): Int32Array | undefined {
  if (!line.startsWith(columns.header)) return undefined;
  const separator = columns.header === "" ? SPLITS[columns.separator] : /\s+/;
  const names = line
    .slice(columns.header.length)
    .replace(/^\s*\||\|\s*$/g, "")
    .trim()
    .split(separator)
    .map((name) => name.replaceAll('"', "").trim());
  const slots = names.map((name) => {
    const slot = READ.find((known) => columns[known]?.some((key) => key.toLowerCase() === name.toLowerCase()));
    return slot ? SLOTS.indexOf(slot) : -1;
  });
  const isNamed = (key: string) => names.some((name) => name.toLowerCase() === key);
  if (columns.needs.length > 0 && !columns.needs.some(isNamed)) return undefined;
  const isTable =
    columns.header !== "" || slots.includes(SLOTS.indexOf("path")) || slots.includes(SLOTS.indexOf("method"));
  return slots.includes(STATUS) && isTable && names.every((name) => name !== "") ? Int32Array.from(slots) : undefined;
}

function readColumns(
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
  slots: Int32Array,
  fields: Fields,
): boolean {
  clearFields(fields);
  fields.isFilled = true;
  let column = 0;
  let status = -1;
  const first = separator === BAR ? skipBar(bytes, start, end) : start;
  for (let at = first; at <= end && column < slots.length; column++) {
    const from = at;
    at = cellEnd(bytes, at, end, separator);
    const slot = slots[column] ?? -1;
    if (slot >= 0) {
      let [begin, stop] = [from, at];
      while (separator === BAR && begin < stop && is(bytes[begin], BLANK)) begin += 1;
      while (separator === BAR && begin < stop && is(bytes[stop - 1], BLANK)) stop -= 1;
      const quoted = bytes[begin] === QUOTE ? 1 : 0;
      fields.spans[slot * 2] = begin + quoted;
      fields.spans[slot * 2 + 1] = stop - quoted;
      if (slot === STATUS)
        status = isStatusCell(bytes, begin + quoted, stop - quoted) ? threeDigits(bytes, begin + quoted) : -1;
    }
    at += 1;
    if (separator === SPACE) at = skipBlanks(bytes, at, end);
  }
  if (status < 0 || column < slots.length) return false;
  fields.status = status;
  return true;
}

/** Past the bar that begins a row. */
function skipBar(bytes: Uint8Array, start: number, end: number): number {
  const at = skipBlanks(bytes, start, end);
  return bytes[at] === BAR ? at + 1 : start;
}

function cellEnd(bytes: Uint8Array, from: number, end: number, separator: number): number {
  let at = from;
  let quoted = bytes[at] === QUOTE && (separator === 44 || separator === 59);
  if (quoted) at += 1;
  while (at < end && (quoted || bytes[at] !== separator)) {
    if (quoted && bytes[at] === QUOTE) quoted = false;
    at += 1;
  }
  return at;
}

function isStatusCell(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from === 3 && threeDigits(bytes, from) > 0) return true;
  return to - from <= 3 && to > from && (bytes[from] === 45 || bytes[from] === 48);
}
