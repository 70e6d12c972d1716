/** Templates of data/snippets/, filled in. What the marks mean stands in data/README.md. */
import type { Flag } from "../catalog/placeholders.js";

export interface Filling {
  /** By placeholder; header fields by their name. */
  readonly words: ReadonlyMap<string, string>;
  /** Header fields as lines of code, by their name. Those that the template places itself are not repeated. */
  readonly fields: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<Flag>;
}

/** The code without any mark. Throws when a placeholder has no word, which tests over all statuses rule out. */
export function fillTemplate(template: string, { words, fields, flags }: Filling): string {
  const kept = dropSections(template, flags);
  const placed = new Set([...kept.matchAll(PLACEHOLDER)].map(([, name]) => name));
  const lines = [...fields].filter(([name]) => !placed.has(name)).map(([, line]) => line);
  return kept
    .replace(FIELDS_LINE, (_, indent: string) => lines.map((line) => `${indent}${line}\n`).join(""))
    .replace(PLACEHOLDER, (mark, name: string) => required(words.get(name), mark));
}

const PLACEHOLDER = /\{\{([\w-]+)\}\}/g;
const FIELDS_LINE = /^([ \t]*)\{\{fields\}\}\n/gm;
/** Marks that stand on lines of their own, which go with them. */
const BLOCK_SECTION = /^[ \t]*\{\{([#^])(\w+)\}\}\n([\s\S]*?)^[ \t]*\{\{\/\2\}\}(?:\n|$)/gm;
const INLINE_SECTION = /\{\{([#^])(\w+)\}\}(.*?)\{\{\/\2\}\}/g;

function dropSections(template: string, flags: ReadonlySet<string>): string {
  const choose = (_: string, mark: string, flag: string, text: string) => {
    return flags.has(flag) === (mark === "#") ? text : "";
  };
  return template.replace(BLOCK_SECTION, choose).replace(INLINE_SECTION, choose).trimEnd();
}

function required(word: string | undefined, mark: string): string {
  if (word === undefined) throw new Error(`The template has ${mark}, and the status has no such thing.`);
  return word;
}
