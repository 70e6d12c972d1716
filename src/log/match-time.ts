/** Holds bytes against a template of a time, field by field. */
import { BLANK, COLON, DIGIT, is, LETTER, lower, SPACE, ZERO } from "./ascii.js";
import { matchBlanks } from "./blanks.js";
import {
  DIGITS_MAX,
  DIGITS_MIN,
  HOUR,
  LEVEL,
  MILLISECOND,
  MILLISECONDS,
  MONTH_NAME,
  SECOND,
  SECONDS,
  VALUE_MAX,
  WEEKDAY,
  ZONE,
} from "./time-fields.js";
import { MONTHS, nameIndex, WEEKDAYS } from "./time-names.js";
import { FIELD_BASE } from "./time-templates.js";

/** The position after the time, or -1. Fills `values` by the numbers of the fields. */
export function matchTime(
  template: Uint8Array,
  bytes: Uint8Array,
  from: number,
  end: number,
  values: Float64Array,
): number {
  values.fill(0);
  let at = from;
  for (const part of template) {
    if (part >= FIELD_BASE) at = matchField(part - FIELD_BASE, bytes, at, end, values);
    else if (part === SPACE) at = matchBlanks(bytes, at, end);
    else at = bytes[at] === part && at < end ? at + 1 : -1;
    if (at < 0) return -1;
  }
  return at;
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
