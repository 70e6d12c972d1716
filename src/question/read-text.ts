/** The first half of understanding: everything in a text that could matter, found once. Deciding comes after. */
import type { Catalog } from "../catalog/catalog.js";
import type { ClassId, Owner, Status } from "../catalog/types.js";
import { createClassIndex } from "./find-classes.js";
import { type CodeMention, findCodes } from "./find-codes.js";
import { nameKey, normalizeText, splitWords, type Word } from "./normalize.js";
import { createPhraseIndex, type PhraseIndex, type PhraseMention } from "./phrase-index.js";
import { findSpelledCodes } from "./spelled-numbers.js";

export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly codes: readonly CodeMention[];
  readonly names: readonly PhraseMention[];
  readonly classes: readonly ClassId[];
  /** Owners of vendor codes that the text names: "nginx", "cf-ray". */
  readonly owners: readonly Owner[];
}

export interface TextReader {
  read(text: string): Reading;
  readonly phrases: PhraseIndex;
}

/** Builds the indexes over the catalog; reading a text is then linear in its (clipped) length. */
export function createTextReader(catalog: Catalog): TextReader {
  const phrases = createPhraseIndex(catalog);
  const classes = createClassIndex(catalog);
  const owners = catalog.owners.map((owner) => ({
    owner,
    keys: [owner.id, owner.name, ...owner.knownAs].map(nameKey),
  }));
  return {
    phrases,
    read: (raw) => {
      const text = normalizeText(raw);
      const words = splitWords(text);
      const padded = ` ${words.map((word) => word.text).join(" ")} `;
      return {
        text,
        words,
        codes: [...findCodes(text), ...findSpelledCodes(text)].sort((a, b) => a.start - b.start),
        names: phrases.find(words),
        classes: classes.find(text),
        owners: owners.filter(({ keys }) => keys.some((key) => padded.includes(` ${key} `))).map(({ owner }) => owner),
      };
    },
  };
}

/** The entries of a number that the text can mean: a named owner's, else the registered one, else all. */
export function resolveCode(catalog: Catalog, code: number, owners: readonly Owner[]): readonly Status[] {
  const all = catalog.statusesOf(code);
  const named = all.filter((status) => status.owner !== "iana" && owners.some((owner) => owner.id === status.owner));
  if (named.length > 0) return named;
  const registered = all.filter((status) => status.owner === "iana");
  return registered.length > 0 ? registered : all;
}
