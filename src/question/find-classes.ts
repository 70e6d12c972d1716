/** Classes in a question: "4xx", "5**", "client errors", "redirects". */
import type { Catalog } from "../catalog/catalog.js";
import type { ClassId } from "../catalog/types.js";
import { nameKey } from "./normalize.js";

export interface ClassMention {
  readonly id: ClassId;
  /** `pattern`: "4xx". `plural` and `singular`: its name in words. */
  readonly by: "pattern" | "plural" | "singular";
  /** The words that name it. */
  readonly name: string;
}

export interface ClassIndex {
  /** Classes that the text names in words. */
  find(text: string): ClassMention[];
}

const PATTERN = /(?<![\p{L}\p{N}])([1-5])(?:xx|\*\*|nn|\?\?)(?![\p{L}\p{N}])/gu;

/** "the 400s", "all 500s": the hundreds, not one code. */
const HUNDREDS = /\b(?:the|all)(?: the)? ([1-5])00s\b/g;

/** "4xx", "5**", "the 400s". */
export function findClassPatterns(text: string): ClassMention[] {
  const matches = [...text.matchAll(PATTERN), ...text.matchAll(HUNDREDS)];
  return matches.map((match) => ({ id: `${match[1]}xx` as ClassId, by: "pattern", name: match[0] }));
}

/** "client errors", "redirects": names and nicknames as words of the text, the longest first. */
export function createClassIndex(catalog: Catalog): ClassIndex {
  const names = catalog.classes
    .flatMap(({ id, name, words, plural, nicknames }) =>
      [name, words, plural, ...nicknames].map((each) => toMention(id, nameKey(each))),
    )
    .sort((a, b) => b.name.length - a.name.length);
  return {
    find: (text) => {
      const padded = ` ${nameKey(text)} `;
      return names.filter(({ name }) => padded.includes(` ${name} `));
    },
  };
}

function toMention(id: ClassId, name: string): ClassMention {
  return { id, by: name.endsWith("s") && !name.endsWith("ss") ? "plural" : "singular", name };
}

/** "6xx", "9**": the hundreds of a class that does not exist. */
export function findMissingClass(text: string): number | undefined {
  const digit = /(?<![\p{L}\p{N}])([06-9])(?:xx|\*\*)(?![\p{L}\p{N}])/u.exec(text)?.[1];
  return digit === undefined ? undefined : Number(digit) * 100;
}
