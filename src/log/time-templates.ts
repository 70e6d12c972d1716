/** Times as logs write them: templates, compiled, and which of them can begin at a place. */
import { lazy } from "../catalog/lazy.js";
import { DIGIT, is, LETTER, SPACE } from "./ascii.js";
import { DIGITS_MAX, DIGITS_MIN, FIELDS, LEVEL, MONTH_NAME, WEEKDAY } from "./time-fields.js";
import { MONTHS, nameIndex, WEEKDAYS } from "./time-names.js";

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

/** Bytes of a template that are fields are their number in FIELDS plus this. */
export const FIELD_BASE = 128;

const COMPILED = TEMPLATES.map((template) =>
  Uint8Array.from(template.match(/\{.\}|[^{]/g) ?? [], (part) =>
    part.length === 3 ? FIELD_BASE + FIELDS.indexOf(part.charAt(1)) : part.charCodeAt(0),
  ),
);

/** The templates that begin like the bytes: by how many digits there are and what follows them, or by a name. */
export function templatesAt(bytes: Uint8Array, at: number, end: number): readonly Uint8Array[] {
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
