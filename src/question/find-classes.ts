/** Classes in a question: "4xx", "5**", "client errors", "redirects". */
import type { Catalog } from "../catalog/catalog.js";
import type { ClassId } from "../catalog/types.js";
import { nameKey } from "./normalize.js";

export interface ClassIndex {
  /** Classes named in the text, in order, without repeats. */
  find(text: string): ClassId[];
}

const PATTERN = /(?<![\p{L}\p{N}])([1-5])(?:xx|\*\*|nn|\?\?)(?![\p{L}\p{N}])/gu;

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
      const byPattern = [...text.matchAll(PATTERN)].map((match) => `${match[1]}xx` as ClassId);
      const byName = names.filter(([name]) => padded.includes(` ${name} `)).map(([, id]) => id);
      return [...new Set([...byPattern, ...byName])];
    },
  };
}

/** "6xx", "9**": the hundreds of a class that does not exist. */
export function findMissingClass(text: string): number | undefined {
  const digit = /(?<![\p{L}\p{N}])([06-9])(?:xx|\*\*)(?![\p{L}\p{N}])/u.exec(text)?.[1];
  return digit === undefined ? undefined : Number(digit) * 100;
}
