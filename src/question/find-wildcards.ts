/** Several codes in one spelling: "40x", "30[12]", "502-504". */
import type { Catalog } from "../catalog/catalog.js";
import type { CodeMention } from "./find-codes.js";

const DECADE = /(?<![\p{L}\p{N}.])([1-5]\d)[x*](?![\p{L}\p{N}])/gu;
const CHOICE = /(?<![\p{L}\p{N}.])([1-5]\d)\[([\d,|-]{1,9})\]/gu;
const RANGE = /(?<![\p{L}\p{N}.-])([1-5]\d\d) ?(?:-|\.\.\.?|through|thru) ?([1-5]\d\d)(?![\p{L}\p{N}-]|\.\d)/gu;
/** Most texts hold none of these, and need none of the patterns. */
const WILDCARD_SIGN = /\d(?:[x*[-]| ?\.\.| ?-| thr)/;
/** A longer range is no list of codes to explain. */
const RANGE_MAX = 12;

/** Every registered code that a wildcard stands for, all at the wildcard's place in the normalized text. */
export function findWildcards(catalog: Catalog, text: string): CodeMention[] {
  if (!WILDCARD_SIGN.test(text)) return [];
  const registered = catalog.statuses.filter(({ owner }) => owner === "iana").map(({ code }) => code);
  const expand = (match: RegExpExecArray, isMeant: (code: number) => boolean): CodeMention[] =>
    registered.filter(isMeant).map((code) => ({ code, start: match.index, end: match.index + match[0].length }));
  return [
    ...[...text.matchAll(DECADE)].flatMap((match) => expand(match, (code) => String(code).startsWith(match[1] ?? "-"))),
    ...[...text.matchAll(CHOICE)].flatMap((match) => {
      const codes = new Set(lastDigits(match[2] ?? "").map((digit) => Number(`${match[1]}${digit}`)));
      return expand(match, (code) => codes.has(code));
    }),
    ...[...text.matchAll(RANGE)].flatMap((match) => {
      const [from, to] = [Number(match[1]), Number(match[2])];
      return to > from && to - from <= RANGE_MAX ? expand(match, (code) => code >= from && code <= to) : [];
    }),
  ];
}

/** "12", "1,2" and "1-3" inside the brackets. */
function lastDigits(choice: string): number[] {
  const range = /^(\d)-(\d)$/.exec(choice);
  if (!range) return (choice.match(/\d/g) ?? []).map(Number);
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
