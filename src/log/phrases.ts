/** Reason phrases after a number: "404 Not Found", "(503) SERVICE_UNAVAILABLE". */
import type { Catalog } from "../catalog/catalog.js";
import { ALNUM, is, LETTER, lower, UPPER } from "./ascii.js";

export interface Phrases {
  /** The position after the phrase of `code` that begins at `at`, or -1. Case, blanks and joining marks do not count. */
  match(code: number, bytes: Uint8Array, at: number, end: number): number;
  /** Whether the code's name says enough beside its number; "OK" and "Found" do not. */
  isTelling(code: number): boolean;
  /** Every name with the code that it belongs to, lower case, words apart by a blank. */
  readonly names: readonly (readonly [name: string, code: number])[];
}

/** In letters: a phrase of one word must have this many to be telling; "Forbidden" has, "Conflict" has not. */
const TELLING_MIN = 9;

export function createPhrases(catalog: Catalog): Phrases {
  const names = catalog.statuses.flatMap((status): (readonly [string, number])[] => {
    const all = [status.phrase ?? "", ...status.formerPhrases.map((former) => former.phrase)];
    return all.filter((name) => /^[A-Za-z' -]+$/.test(name)).map((name) => [plainName(name), status.code] as const);
  });
  const byCode = new Map<number, Uint8Array[]>();
  for (const [name, code] of names) {
    byCode.set(code, [...(byCode.get(code) ?? []), encodeWords(name)]);
  }
  const telling = new Set(
    names.filter(([name]) => name.includes(" ") || name.length >= TELLING_MIN).map(([, code]) => code),
  );
  return {
    names,
    match: (code, bytes, at, end) => {
      for (const letters of byCode.get(code) ?? []) {
        const after = matchLetters(letters, bytes, at, end);
        if (after >= 0) return after;
      }
      return -1;
    },
    isTelling: (code) => telling.has(code),
  };
}

/** The letters of some words, for matchLetters. */
export function encodeWords(words: string): Uint8Array {
  return new TextEncoder().encode(words.replaceAll(" ", ""));
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}

/** At most this much between two letters: "Not  Found", "NOT_FOUND", "I'm". */
const JOIN_MAX_BYTES = 2;

/** The position after these letters, or -1; blanks and joining marks between them do not count. */
export function matchLetters(letters: Uint8Array, bytes: Uint8Array, from: number, end: number): number {
  if (!is(bytes[from], LETTER)) return -1;
  let at = from;
  for (const letter of letters) {
    let join = 0;
    while (at < end && !is(bytes[at], LETTER) && join < JOIN_MAX_BYTES) {
      at += 1;
      join += 1;
    }
    if (at >= end || lower(bytes[at] ?? 0) !== letter) return -1;
    at += 1;
  }
  return at < end && is(bytes[at], ALNUM) && !is(bytes[at], UPPER) ? -1 : at;
}
