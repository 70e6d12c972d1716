/** The first half of understanding: everything in a text that could matter, found once. Deciding comes after. */
import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import type { Owner, Status } from "../catalog/types.js";
import { type ClassMention, createClassIndex, findClassPatterns } from "./find-classes.js";
import { type CodeMention, findCodes } from "./find-codes.js";
import { findWildcards } from "./find-wildcards.js";
import { isFiller } from "./intent.js";
import { nameKey, normalizeText, splitWords, type Word } from "./normalize.js";
import { createPhraseIndex, type PhraseIndex, type PhraseMention } from "./phrase-index.js";
import { findSpelledCodes } from "./spelled-numbers.js";

export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly codes: readonly CodeMention[];
  readonly names: readonly PhraseMention[];
  /** Patterns first, then names, the longest first. */
  readonly classes: readonly ClassMention[];
  /** Owners of vendor codes that the text names: "nginx", "cf-ray". */
  readonly owners: readonly OwnerMention[];
}

export interface OwnerMention {
  readonly owner: Owner;
  /** Offsets into the normalized text. */
  readonly start: number;
  readonly end: number;
}

export interface TextReader {
  read(text: string): Reading;
  readonly phrases: PhraseIndex;
}

/**
 * Reading a text is linear in its (clipped) length. The indexes over the catalog are built when a text first needs
 * them, so that `teapot 401` does not pay for them.
 */
export function createTextReader(catalog: Catalog): TextReader {
  const phrases = lazy(() => createPhraseIndex(catalog));
  const classes = lazy(() => createClassIndex(catalog));
  const owners = lazy(() => createOwnerIndex(catalog));
  return {
    get phrases() {
      return phrases();
    },
    read: (raw) => {
      const text = normalizeText(raw);
      const words = splitWords(text);
      const hasNames = words.some((word) => !/^\d+$/.test(word.text) && !isFiller(word.text));
      const named = hasNames ? owners()(words) : [];
      return {
        text,
        words,
        codes: findAllCodes(catalog, text, named),
        names: hasNames
          ? phrases()
              .find(words)
              .filter((name) => isWhole(name, text))
          : [],
        classes: [...findClassPatterns(text), ...(hasNames ? classes().find(text) : [])],
        owners: named,
      };
    },
  };
}

/** "no content-type" names no 204, and "if-unmodified-since" no 304: a header field's name is one word. */
function isWhole({ start, end }: PhraseMention, text: string): boolean {
  const before = /(?<!\p{L})(\p{L}+)-$/u.exec(text.slice(0, start))?.[1];
  const after = /^-(\p{L}+)/u.exec(text.slice(end))?.[1];
  return [before, after].every((word) => word === undefined || isFiller(word));
}

/** Codes in every spelling, in the order of the text; a wildcard goes before the numbers it is made of. */
function findAllCodes(catalog: Catalog, text: string, owners: readonly OwnerMention[]): CodeMention[] {
  const wildcards = findWildcards(catalog, text);
  const inWildcard = ({ start }: CodeMention) =>
    wildcards.some((wildcard) => start >= wildcard.start && start < wildcard.end);
  const single = [...findCodes(text), ...findSpelledCodes(text), ...findOwnedNumbers(text, owners)];
  return [...wildcards, ...single.filter((mention) => !inWildcard(mention))].sort((a, b) => a.start - b.start);
}

/** "curl 000", "browser 0", "haproxy -1": numbers that only right behind an owner are codes. */
function findOwnedNumbers(text: string, owners: readonly OwnerMention[]): CodeMention[] {
  return owners.flatMap(({ end }) => {
    const number = /^ (-\d|0)(?![\p{L}\p{N}.])/u.exec(text.slice(end))?.[1];
    return number ? [{ code: Number(number), start: end + 1, end: end + 1 + number.length }] : [];
  });
}

const OWNER_MAX_WORDS = 4;

function createOwnerIndex(catalog: Catalog): (words: readonly Word[]) => OwnerMention[] {
  const byName = new Map(
    catalog.owners.flatMap((owner) =>
      [owner.id, owner.name, ...owner.knownAs].map((name): [string, Owner] => [nameKey(name), owner]),
    ),
  );
  return (words) =>
    words.flatMap((_, from) => {
      for (let length = Math.min(OWNER_MAX_WORDS, words.length - from); length > 0; length--) {
        const window = words.slice(from, from + length);
        const owner = byName.get(window.map((word) => word.text).join(" "));
        if (owner) return [{ owner, start: window[0]?.start ?? 0, end: window.at(-1)?.end ?? 0 }];
      }
      return [];
    });
}

/**
 * The entries of a number that the text can mean: the owner's beside it, else any named owner's, else the registered
 * one, else all. Numbers outside 100–599 that only live inside a program (Squid's 600) are meant only where that
 * program is named.
 */
export function resolveCode(
  catalog: Catalog,
  mention: CodeMention,
  owners: readonly OwnerMention[],
): readonly Status[] {
  const all = catalog.statusesOf(mention.code);
  const ownedBy = (named: readonly OwnerMention[]) =>
    all.filter((status) => status.owner !== "iana" && named.some(({ owner }) => owner.id === status.owner));
  const beside = ownedBy(owners.filter(({ start, end }) => mention.start - end === 1 || start - mention.end === 1));
  const anywhere = beside.length > 0 ? beside : ownedBy(owners);
  if (anywhere.length > 0) return anywhere;
  const registered = all.filter((status) => status.owner === "iana");
  if (registered.length > 0) return registered;
  return all.filter((status) => status.statusClass !== null || status.facts.reachesCaller);
}
