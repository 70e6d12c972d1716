/** Frameworks and client libraries that a text names: "flask", "spring boot", "axios". */
import type { Catalog } from "../catalog/catalog.js";
import type { Framework } from "../catalog/types.js";
import { nameKey, type Word } from "./normalize.js";

export interface FrameworkMention {
  readonly framework: Framework;
  /** Whether the name is a word of English too, so that it may mean nothing of the kind: "express", "go". */
  readonly everyday: boolean;
  /** Offsets into the normalized text. */
  readonly start: number;
  readonly end: number;
}

const NAME_MAX_WORDS = 4;

/** Returns the search: every mention in a text's words, the longest name at each position, not overlapping. */
export function createFrameworkIndex(catalog: Catalog): (words: readonly Word[]) => FrameworkMention[] {
  const names = new Map(catalog.frameworks.flatMap(namesOf));
  return (words) => {
    const found: FrameworkMention[] = [];
    for (let from = 0; from < words.length; ) {
      const window = longestNameAt(words, from, names);
      if (window) found.push(window.mention);
      from += window?.length ?? 1;
    }
    return found;
  };
}

type Named = Pick<FrameworkMention, "framework" | "everyday">;

function namesOf(framework: Framework): [string, Named][] {
  const everyday = framework.everyday.map(nameKey);
  const all = [framework.id, framework.name, ...framework.knownAs, ...everyday].map(nameKey);
  return all.map((name) => [name, { framework, everyday: everyday.includes(name) }]);
}

function longestNameAt(words: readonly Word[], from: number, names: ReadonlyMap<string, Named>) {
  for (let length = Math.min(words.length - from, NAME_MAX_WORDS); length > 0; length--) {
    const window = words.slice(from, from + length);
    const [first, last] = [window[0], window.at(-1)];
    const named = names.get(window.map((word) => word.text).join(" "));
    if (first && last && named) return { mention: { ...named, start: first.start, end: last.end }, length };
  }
  return undefined;
}
