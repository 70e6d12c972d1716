/** Classes in a question: "4xx", "5**", "client errors", "redirects". */
import type { Catalog } from "../catalog/catalog.js";
import type { ClassId } from "../catalog/types.js";
import { nameKey } from "./normalize.js";

export interface ClassIndex {
  /** Classes that the text names in words. */
  find(text: string): ClassId[];
}

const PATTERN = /(?<![\p{L}\p{N}])([1-5])(?:xx|\*\*|nn|\?\?)(?![\p{L}\p{N}])/gu;

/** "4xx", "5**". */
export function findClassPatterns(text: string): ClassId[] {
  return [...text.matchAll(PATTERN)].map((match) => `${match[1]}xx` as ClassId);
}

/** "client errors", "redirects": names and nicknames as words of the text. */
export function createClassIndex(catalog: Catalog): ClassIndex {
  const names = catalog.classes.flatMap((entry) =>
    [entry.name, entry.words, entry.plural, ...entry.nicknames].map((name): [string, ClassId] => [
      nameKey(name),
      entry.id,
    ]),
  );
  return {
    find: (text) => {
      const padded = ` ${nameKey(text)} `;
      return names.filter(([name]) => padded.includes(` ${name} `)).map(([, id]) => id);
    },
  };
}

/** "6xx", "9**": the hundreds of a class that does not exist. */
export function findMissingClass(text: string): number | undefined {
  const digit = /(?<![\p{L}\p{N}])([06-9])(?:xx|\*\*)(?![\p{L}\p{N}])/u.exec(text)?.[1];
  return digit === undefined ? undefined : Number(digit) * 100;
}
