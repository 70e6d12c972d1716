/** Times as logs write them, by templates. */
import { lazy } from "../catalog/lazy.js";
import { BLANK, COLON, DIGIT, is, LETTER, lower, SPACE, ZERO } from "./ascii.js";
import { createTimeShape } from "./time-shape.js";

export interface TimeScanner {
  /** The position after the time that begins at `at`, or -1 when none does. */
  scan(bytes: Uint8Array, at: number, end: number): number;
  /** What `scan` found last, in milliseconds: since 1970 (UTC where no zone is written), without a date since midnight. */
  value(): number;
  /** To be called when bytes that were scanned may have changed. */
  forget(): void;
  /** Milliseconds that the written zone is ahead of UTC; 0 where none is written. */
  zone(): number;
}

/**
 * {Y} year, {y} its last two digits, {M} month, {D} day, {N} month's name, {W} weekday's name, {L} a letter for the
 * level, {h} {m} {s} clock (with fraction, AM or PM and zone where they follow), {S} seconds and {T} milliseconds since
 * 1970. A space is any number of blanks.
 */
const TEMPLATES = [
  "{D}/{N}/{Y}:{h}:{m}:{s}",
  "{Y}-{M}-{D}T{h}:{m}:{s}",
  "{Y}-{M}-{D} {h}:{m}:{s}",
  "{Y}/{M}/{D} {h}:{m}:{s}",
  "{Y}/{M}/{D} - {h}:{m}:{s}",
  "{N} {D} {h}:{m}:{s} {Y}",
  "{N} {D} {h}:{m}:{s}",
  "{W} {N} {D} {h}:{m}:{s} {Y}",
  "{D}/{N}/{Y} {h}:{m}:{s}",
  "{D}-{N}-{Y} {h}:{m}:{s}",
  "{D} {N} {Y} {h}:{m}:{s}",
  "{W}, {D} {N} {Y} {h}:{m}:{s}",
  "{N} {D}, {Y} {h}:{m}:{s}",
  "{M}/{D}/{Y}, {h}:{m}:{s}",
  "{M}/{D}/{Y} {h}:{m}:{s}",
  "{D}.{M}.{Y} {h}:{m}:{s}",
  "{M}-{D} {h}:{m}:{s}",
  "{Y}-{M}-{D}, {h}:{m}:{s}",
  "{Y}-{M}-{D}_{h}:{m}:{s}",
  "{L}{M}{D} {h}:{m}:{s}",
  "{y}{M}{D} {h}:{m}:{s}",
  "{Y}{M}{D} {h}:{m}:{s}",
  "{h}:{m}:{s}",
  "{S}",
  "{T}",
];

const FIELDS = "YyMDNWLhmsST";
const [YEAR, SHORT_YEAR, MONTH, DAY, MONTH_NAME, WEEKDAY, LEVEL, HOUR, MINUTE, SECOND, SECONDS, MILLISECONDS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
] as const;
/** Most digits of a field, and the fewest. */
const DIGITS_MAX = [4, 2, 2, 2, 0, 0, 0, 2, 2, 2, 10, 13];
const DIGITS_MIN = [4, 2, 1, 1, 0, 0, 0, 1, 2, 2, 10, 13];
const VALUE_MAX = [2100, 99, 31, 31, 0, 0, 0, 24, 59, 60, 4e9, 4e12];
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const WEEKDAYS = "montuewedthufrisatsun";
const MILLISECOND = 12;
const ZONE = 13;
/** Bytes of a template that are fields are their number in FIELDS plus this. */
const FIELD_BASE = 128;

const COMPILED = TEMPLATES.map((template) =>
  Uint8Array.from(template.match(/\{.\}|[^{]/g) ?? [], (part) =>
    part.length === 3 ? FIELD_BASE + FIELDS.indexOf(part.charAt(1)) : part.charCodeAt(0),
  ),
);

export function createTimeScanner(): TimeScanner {
  const values = new Float64Array(14);
  const last = { bytes: new Uint8Array() as Uint8Array, at: -1, end: -1, found: -1, isRead: true };
  const known = createTimeShape();

  function read(): void {
    if (last.isRead) return;
    last.isRead = true;
    scanTemplates(last.bytes, last.at, last.end, values);
  }

  return {
    scan: (bytes, at, end) => {
      if (bytes === last.bytes && at === last.at && end === last.end) return last.found;
      last.bytes = bytes;
      last.at = at;
      last.end = end;
      const alike = known.match(bytes, at, end);
      last.isRead = alike < 0;
      last.found = alike < 0 ? scanTemplates(bytes, at, end, values) : alike;
      if (last.isRead && last.found > 0) known.learn(bytes, at, last.found);
      return last.found;
    },
    value: () => {
      read();
      return milliseconds(values);
    },
    zone: () => {
      read();
      return values[ZONE] ?? 0;
    },
    forget: () => {
      last.end = -1;
      last.isRead = true;
    },
  };
}

/** Many layouts begin with a time: the same place is scanned once. */
function scanTemplates(bytes: Uint8Array, at: number, end: number, values: Float64Array): number {
  for (const template of candidates(bytes, at, end)) {
    const after = match(template, bytes, at, end, values);
    if (after >= 0) return after;
  }
  return -1;
}

/** The templates that begin like the bytes: by how many digits there are and what follows them, or by a name. */
function candidates(bytes: Uint8Array, at: number, end: number): readonly Uint8Array[] {
  const first = bytes[at];
  if (is(first, DIGIT)) {
    let to = at + 1;
    while (to < end && to - at < WIDTH_MAX && is(bytes[to], DIGIT)) to += 1;
    const mark = to < end ? Math.min(bytes[to] ?? 0, 127) : 0;
    return byDigits()[(to - at) * 128 + mark] ?? NONE;
  }
  if (!is(first, LETTER) || end - at < NAMED_MIN_BYTES) return NONE;
  if (is(bytes[at + 1], DIGIT)) return BY_LEVEL;
  if (nameIndex(MONTHS, bytes, at) >= 0) return BY_MONTH;
  return nameIndex(WEEKDAYS, bytes, at) >= 0 ? BY_WEEKDAY : NONE;
}

const NONE: readonly Uint8Array[] = [];
const WIDTH_MAX = 14;
/** "Nov 1 3:14:07" */
const NAMED_MIN_BYTES = 13;
const byDigits = lazy(() =>
  Array.from({ length: (WIDTH_MAX + 1) * 128 }, (_, key) =>
    COMPILED.filter((template) => beginsWith(template, Math.floor(key / 128), key % 128)),
  ),
);
const BY_LEVEL = COMPILED.filter((template) => template[0] === FIELD_BASE + LEVEL);
const BY_MONTH = COMPILED.filter((template) => template[0] === FIELD_BASE + MONTH_NAME);
const BY_WEEKDAY = COMPILED.filter((template) => template[0] === FIELD_BASE + WEEKDAY);

/** Whether a template can begin with so many digits and then this byte. */
function beginsWith(template: Uint8Array, width: number, mark: number): boolean {
  const fields = template.findIndex((part) => part < FIELD_BASE || (DIGITS_MAX[part - FIELD_BASE] ?? 0) === 0);
  const leading = template.slice(0, fields < 0 ? template.length : fields);
  if (leading.length === 0) return false;
  const sum = (widths: readonly number[]) => leading.reduce((all, part) => all + (widths[part - FIELD_BASE] ?? 0), 0);
  if (width > sum(DIGITS_MAX) || width < sum(leading.length > 1 ? DIGITS_MAX : DIGITS_MIN)) return false;
  const next = template[leading.length];
  return next === undefined || next >= FIELD_BASE || next === mark || (next === SPACE && mark === 9);
}

function match(template: Uint8Array, bytes: Uint8Array, from: number, end: number, values: Float64Array): number {
  values.fill(0);
  let at = from;
  for (const part of template) {
    if (part >= FIELD_BASE) at = matchField(part - FIELD_BASE, bytes, at, end, values);
    else if (part === SPACE) at = skipBlanks(bytes, at, end);
    else at = bytes[at] === part && at < end ? at + 1 : -1;
    if (at < 0) return -1;
  }
  return at;
}

function skipBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && is(bytes[at], BLANK)) at += 1;
  return at > from ? at : -1;
}

function matchField(field: number, bytes: Uint8Array, from: number, end: number, values: Float64Array): number {
  if (field === MONTH_NAME || field === WEEKDAY) return matchName(field, bytes, from, end, values);
  if (field === LEVEL) return is(bytes[from], LETTER) && is(bytes[from + 4], DIGIT) ? from + 1 : -1;
  const max = DIGITS_MAX[field] ?? 0;
  let at = from;
  let value = 0;
  while (at < end && at - from < max && is(bytes[at], DIGIT)) value = value * 10 + (bytes[at++] ?? 0) - ZERO;
  if (at - from < (DIGITS_MIN[field] ?? 0) || value > (VALUE_MAX[field] ?? 0)) return -1;
  values[field] = value;
  if (field === SECOND) return afterSeconds(bytes, at, end, values);
  if (field === SECONDS || field === MILLISECONDS)
    return isEpoch(field, value, bytes, at, end) ? fraction(bytes, at, end, values) : -1;
  return at;
}

/** A number that could be a time since 1970: from 2001 on, standing alone. */
function isEpoch(field: number, value: number, bytes: Uint8Array, at: number, end: number): boolean {
  const recent = field === SECONDS ? value > 1e9 : value > 1e12;
  return recent && (at >= end || !is(bytes[at], DIGIT | LETTER));
}

function matchName(field: number, bytes: Uint8Array, from: number, end: number, values: Float64Array): number {
  const index = end - from < 3 ? -1 : nameIndex(field === MONTH_NAME ? MONTHS : WEEKDAYS, bytes, from);
  if (index < 0) return -1;
  values[field] = index / 3 + 1;
  let at = from + 3;
  while (at < end && is(bytes[at], LETTER)) at += 1;
  return at;
}

function nameIndex(names: string, bytes: Uint8Array, at: number): number {
  for (let index = 0; index < names.length; index += 3) if (isNameAt(names, index, bytes, at)) return index;
  return -1;
}

function isNameAt(names: string, index: number, bytes: Uint8Array, at: number): boolean {
  return (
    names.charCodeAt(index) === lower(bytes[at] ?? 0) &&
    names.charCodeAt(index + 1) === lower(bytes[at + 1] ?? 0) &&
    names.charCodeAt(index + 2) === lower(bytes[at + 2] ?? 0)
  );
}

function afterSeconds(bytes: Uint8Array, from: number, end: number, values: Float64Array): number {
  if (from < end && is(bytes[from], DIGIT)) return -1;
  return zone(bytes, halfDay(bytes, fraction(bytes, from, end, values), end, values), end, values);
}

/** ".123456" or ",123" */
function fraction(bytes: Uint8Array, from: number, end: number, values: Float64Array): number {
  if ((bytes[from] !== 46 && bytes[from] !== 44) || from + 1 >= end || !is(bytes[from + 1], DIGIT)) return from;
  let at = from + 1;
  let scale = 100;
  for (; at < end && is(bytes[at], DIGIT); at++, scale /= 10) {
    if (scale >= 1) values[MILLISECOND] = (values[MILLISECOND] ?? 0) + ((bytes[at] ?? 0) - ZERO) * scale;
  }
  return at;
}

/** " PM" */
function halfDay(bytes: Uint8Array, from: number, end: number, values: Float64Array): number {
  const at = is(bytes[from], BLANK) ? from + 1 : from;
  const letter = lower(bytes[at] ?? 0);
  if (at + 1 >= end || (letter !== 97 && letter !== 112) || lower(bytes[at + 1] ?? 0) !== 109) return from;
  if (at + 2 < end && is(bytes[at + 2], LETTER)) return from;
  const hour = (values[HOUR] ?? 0) % 12;
  values[HOUR] = letter === 112 ? hour + 12 : hour;
  return at + 2;
}

/** "Z", "+02:00", " +0000" */
function zone(bytes: Uint8Array, from: number, end: number, values: Float64Array): number {
  if (bytes[from] === 90 && from < end) return from + 1;
  const at = bytes[from] === SPACE ? from + 1 : from;
  const sign = bytes[at] === 43 ? 1 : bytes[at] === 45 ? -1 : 0;
  const minutesAt = bytes[at + 3] === COLON ? at + 4 : at + 3;
  if (sign === 0 || minutesAt + 2 > end) return from;
  for (const digit of [at + 1, at + 2, minutesAt, minutesAt + 1]) if (!is(bytes[digit], DIGIT)) return from;
  const two = (position: number) => ((bytes[position] ?? 0) - ZERO) * 10 + (bytes[position + 1] ?? 0) - ZERO;
  values[ZONE] = sign * (two(at + 1) * 60 + two(minutesAt)) * 60_000;
  return minutesAt + 2;
}

function milliseconds(values: Float64Array): number {
  const part = (field: number) => values[field] ?? 0;
  if (part(MILLISECONDS) > 0) return part(MILLISECONDS);
  if (part(SECONDS) > 0) return part(SECONDS) * 1_000 + part(MILLISECOND);
  const clock = ((part(HOUR) * 60 + part(MINUTE)) * 60 + part(SECOND)) * 1_000 + part(MILLISECOND);
  if (part(DAY) === 0) return clock;
  const year = part(YEAR) || (part(SHORT_YEAR) ? 2_000 + part(SHORT_YEAR) : 2_000);
  let [month, day] = [part(MONTH_NAME) || part(MONTH), part(DAY)];
  if (month > 12) [month, day] = [day, month]; // 21/11/2026: the day came first
  return Date.UTC(year, month - 1, day) + clock - part(ZONE);
}
