/** Numbers in a question that may be status codes, in every spelling people use. */

export interface CodeMention {
  readonly code: number;
  /** Digits after the point in an IIS spelling: 14 in "403.14". */
  readonly substatus?: string;
  /** Offsets into the normalized text. */
  readonly start: number;
  readonly end: number;
}

/** "http404", "e401", "404s", "502ing": a code with letters that belong to it. */
const GLUED = /^(?:https?|status|statuscode|code|error|err|e|s)?(\d{3})(?:s|d|ed|ing)?$/;
/** "status404notfound": an enumeration's constant. */
const CONSTANT = /^(?:http)?status(?:code)?(\d{3})[a-z]+$/;
/** "4o4", "5oo": the letter o for the digit. */
const LETTER_O = /^[1-5](?=[\do]{2}$)\d?o[\do]?$/;
const WORD = /[\p{L}\p{N}]+/gu;

/** Three-digit numbers that stand alone, in the order of the text, repeats included. */
export function findCodes(text: string): CodeMention[] {
  const found: CodeMention[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const code = readCode(word);
    const [from, to] = [match.index, match.index + word.length];
    if (code === undefined || isPartOfNumber(text, from, to) || countsSomething(text, from, to)) continue;
    const substatus = /^\.(\d{1,3})(?![\d.])/.exec(text.slice(to))?.[1];
    found.push({
      code,
      ...(substatus && { substatus }),
      start: from,
      end: to + (substatus ? substatus.length + 1 : 0),
    });
  }
  return found;
}

/** Every integer that can be no status code: "99999", "-1", "0". Only of use when nothing better was found. */
export function findImpossibleNumbers(text: string): number[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.,:$-])-?\d{1,9}(?![\p{L}\p{N}.,:%-]\d|[\p{L}\p{N}])/gu)]
    .map((match) => Number(match[0]))
    .filter((number) => number < 100 || number > 999);
}

function readCode(word: string): number | undefined {
  const glued = GLUED.exec(word)?.[1] ?? CONSTANT.exec(word)?.[1];
  if (glued) return Number(glued);
  return LETTER_O.test(word) ? Number(word.replaceAll("o", "0")) : undefined;
}

/** Amounts, decimals, thousands, clock times, ports, parts of a longer number. "301,302" is a list, "1,200" is none. */
function isPartOfNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 5), start);
  const after = text.slice(end, end + 5);
  const joinedBefore = /[$€£¥]$|\d[.:]$|\)-$|(?:^|\D)\d{1,2},$|\d{4},$/.test(before);
  return joinedBefore || /^:\d|^[%°€£]|^,(?!\d{3}(?!\d))\d/.test(after);
}

/** Words before a number that is theirs, and units after one that is counted. */
const OWNS_NEXT =
  /\b(?:ports?|lines?|attempts?|content-length:?|length:?|size:?|pr|pull request|issue|ticket|build|version|room|took|pid|bytes|rows|items|records|year|port:|line:) ?#?(?:\d+ ?(?:-|to) ?)?$/;
/** What an amount is held against; "codes over 400" are codes. */
const MEASURED =
  /(?<!\b(?:codes?|status|statuses) (?:is |are )?)\b(?:at (?:most|least)|up to|(?:more|less|fewer|greater|smaller|longer|bigger) than|exceeds?|max(?:imum)?(?: of| is)?|min(?:imum)?(?: of| is)?|limit(?: of| is)) $/;
const COUNTED =
  /^[ -]?(?:ms|msec|s|secs?|seconds?|mins?|minutes?|hours?|days?|times|retries|attempts|users|people|bytes?|kb|mb|gb|rows|items|degrees|tickets|emails|dollars|bucks|px|percent|files|characters|chars|records|entries|images|photos|products|orders|customers|messages|calls|gigs?|megs?|k|mib|gib|kib)\b/;

/** A number that stands alone is asked nothing: for `teapot 401` these patterns need not even be compiled. */
function countsSomething(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 12)];
  const isOwned = before !== "" && (OWNS_NEXT.test(before.slice(-20)) || MEASURED.test(before));
  return isOwned || (after !== "" && COUNTED.test(after));
}
