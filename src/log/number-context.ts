/** What stands around a three-digit number: whether it can be a status at all. */
import { ALNUM, BLANK, COLON, COMMA, DIGIT, GAP, is, LETTER, lower, QUOTE, SPACE, threeDigits } from "./ascii.js";
import { startsWith } from "./starts-with.js";

const GAP_MAX_BYTES = 12;

/** What is between a word and its number. */
export interface Gap {
  /** Where the gap begins, that is, where the word ends. */
  from: number;
  /** It assigns: `=`, `:`, `=>`, `->`. */
  assigns: boolean;
  /** It holds a blank, a quote or a bracket. */
  separates: boolean;
  /** It compares: `==`, `!=`, `>=`, `<`. Then the number is a condition, not a status. */
  compares: boolean;
}

/** Reads the gap that ends before the number at `at`. */
export function readGap(bytes: Uint8Array, start: number, at: number, gap: Gap): void {
  gap.assigns = false;
  gap.separates = false;
  gap.compares = false;
  let position = at;
  while (position > start && at - position < GAP_MAX_BYTES && is(bytes[position - 1], GAP)) {
    position -= 1;
    const before = position > start ? bytes[position - 1] : undefined;
    noteMark(bytes[position] ?? 0, before, bytes[position + 1], gap);
  }
  gap.from = position;
  if (bytes[position - 1] === 126 && position < at) gap.compares = true; // "~="
  if (bytes[position - 1] === 33 && bytes[position] === 45) gap.compares = true; // "<!-- 404 Not Found -->"
  if (position === start && isQuoted(bytes, start)) gap.compares = false;
}

/** "  > 500: Internal Server Error": nothing is compared. */
function isQuoted(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while (is(bytes[at], BLANK)) at += 1;
  return bytes[at] === 62 && is(bytes[at + 1], BLANK);
}

function noteMark(byte: number, before: number | undefined, after: number | undefined, gap: Gap): void {
  switch (byte) {
    case 61: // =
      if (before === 61 || before === 33) gap.compares = true;
      gap.assigns = true;
      break;
    case 58: // :
      gap.assigns = true;
      break;
    case 62: // > is fine in an arrow, and at the end of a tag
      if (before !== 45 && before !== 61 && (is(before, BLANK) || is(after, BLANK))) gap.compares = true;
      gap.assigns = true;
      break;
    case 60: // < begins an arrow or a tag
      if (is(after, BLANK | DIGIT) || after === 61) gap.compares = true;
      break;
    case 45: // -
    case 95: // _
    case 46: // .
      break;
    default:
      gap.separates = true;
  }
}

/** Units and things counted: "200 ms", "503 rows", "404 users". */
const COUNTED = new Set(
  (
    "ms s us ns sec secs second seconds min mins minute minutes hour hours day days week weeks month months year years time times byte bytes b kb mb gb tb kib mib gib k m " +
    "percent pct px pt rows row users user items item records record lines line files file tests test messages message entries entry events event documents docs objects " +
    "keys nodes pods points tokens characters chars words pages packages modules dependencies commits tickets orders people connections threads workers jobs tasks " +
    "assertions errors warnings issues results queries partitions shards blocks batches samples epochs steps iterations requests calls attempts retries hits seats of degrees emojis miles km kg"
  ).split(" "),
);
const COUNTED_MAX_BYTES = 12;

/** Whether the number before `at` goes on, has a unit, or counts something. */
export function isMeasured(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end) return false;
  const next = bytes[at] ?? 0;
  if (is(next, ALNUM) || next >= 128 || NOT_AFTER.has(next)) return true;
  if (next === 45 && countsSomething(bytes, at + 1, end)) return true; // "500-byte body"
  if (next === 46 && isSubStatus(bytes, at, end)) return false;
  if (next === QUOTE && bytes[at + 1] === COLON) return true; // the name of a field: {"404": 12}
  if (next === SPACE && isExpected(bytes, at, end)) return true;
  if (next === 46 || next === 58 || next === 45 || next === 44) return continues(bytes, at, end);
  return is(next, BLANK) && countsSomething(bytes, at + 1, end);
}

const BUT = [" but got ", " but was ", " but received ", " but found "].map((words) => new TextEncoder().encode(words));
const STATUS = new TextEncoder().encode("status ");
/** `% _ / @ # $` */
const NOT_AFTER = new Set([37, 95, 47, 64, 35, 36]);

/** What comes behind the number says that another one came: "status code 201 but got 500". */
function isExpected(bytes: Uint8Array, at: number, end: number): boolean {
  const words = BUT.find((text) => startsWith(bytes, at, end, text));
  const next = at + (words?.length ?? 0);
  return words !== undefined && (threeDigits(bytes, next) > 0 || startsWith(bytes, next, end, STATUS));
}

/** "HTTP Error 404.0 - Not Found", as IIS writes it. */
function isSubStatus(bytes: Uint8Array, at: number, end: number): boolean {
  const to = is(bytes[at + 2], DIGIT) ? at + 3 : at + 2;
  return is(bytes[at + 1], DIGIT) && to + 3 < end && bytes[to] === 32 && bytes[to + 1] === 45 && bytes[to + 2] === 32;
}

/** Whether the number at `at` begins a list: "[200, 404]" and "| 200, 404 |" name what may come, not what came. */
export function beginsList(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at + 3] !== 44) return false;
  const next = is(bytes[at + 4], BLANK) ? at + 5 : at + 4;
  if (next + 3 > end || threeDigits(bytes, next) === 0) return false;
  return (
    next + 3 === end ||
    CLOSES.has(bytes[next + 3] ?? 0) ||
    (is(bytes[next + 3], BLANK) && CLOSES.has(bytes[next + 4] ?? 0))
  );
}

/** `, ] } ) |` */
const CLOSES = new Set([44, 93, 125, 41, 124]);

/** "404.5", "404:12", "404-410", "404,000", but not the columns of "x,404,000". */
function continues(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 1 >= end || !is(bytes[at + 1], DIGIT)) return false;
  if (bytes[at] !== COMMA) return true;
  if (bytes[at - 4] === COMMA) return false;
  return is(bytes[at + 2], DIGIT) && is(bytes[at + 3], DIGIT) && !is(bytes[at + 4], DIGIT);
}

/** Words that end like a plural and count nothing. */
const NO_PLURALS = new Set(
  "does means returns exceeds statuses always goes says comes keeps lets needs wants continues stops starts fails happens headers https details redirects follows".split(
    " ",
  ),
);

/** "500 streams", but "401 anonymous caller", "503 less" */
function isPlural(word: string): boolean {
  return word.length > 3 && word.endsWith("s") && !/(?:[ius]s)$/.test(word) && !NO_PLURALS.has(word);
}

function countsSomething(bytes: Uint8Array, from: number, end: number): boolean {
  let to = from;
  let word = "";
  while (to < end && to - from <= COUNTED_MAX_BYTES && is(bytes[to], LETTER))
    word += String.fromCharCode(lower(bytes[to++] ?? 0));
  if (!COUNTED.has(word) && !isPlural(word)) return false;
  return bytes[to] !== 61 && bytes[to] !== 58 && bytes[to] !== 95; // "200 bytes=12" is a status and then a field
}
