/** Reads code with the grammar of its language: tree-sitter's, as WebAssembly, so that no compiler has to be there. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Language, type Node, Parser } from "@vscode/tree-sitter-wasm";
import type { Framework } from "../../src/catalog/types.js";

/** File of the grammar, and what has to stand around a fragment to make it a file of the language. */
const GRAMMARS: Record<Framework["language"], { readonly grammar: string; readonly wrap: (code: string) => string }> = {
  python: { grammar: "python", wrap: same },
  javascript: { grammar: "javascript", wrap: same },
  java: { grammar: "java", wrap: same },
  csharp: { grammar: "c-sharp", wrap: same },
  go: { grammar: "go", wrap: (code) => `package main\n\nfunc main() {\n${code}\n}\n` },
  ruby: { grammar: "ruby", wrap: same },
  php: { grammar: "php", wrap: (code) => `<?php\n${code}\n` },
  bash: { grammar: "bash", wrap: same },
};

function same(code: string): string {
  return code;
}

export type ParseCode = (language: Framework["language"], code: string) => readonly string[];

/** Returns the check: the places that the grammar cannot read, as the lines they stand in. None when all is well. */
export async function createParseCode(): Promise<ParseCode> {
  await Parser.init();
  const folder = createRequire(import.meta.url)
    .resolve("@vscode/tree-sitter-wasm")
    .replace(/[^/\\]+$/, "");
  const parsers = new Map<string, Parser>();
  for (const { grammar } of Object.values(GRAMMARS)) {
    const language = await Language.load(readFileSync(`${folder}tree-sitter-${grammar}.wasm`));
    parsers.set(grammar, new Parser().setLanguage(language));
  }
  return (language, code) => {
    const { grammar, wrap } = GRAMMARS[language];
    const text = wrap(code);
    const tree = parsers.get(grammar)?.parse(text);
    if (!tree) throw new Error(`The grammar of ${language} gave no tree.`);
    const lines = text.split("\n");
    const broken = findBroken(tree.rootNode).map((node) => lines[node.startPosition.row] ?? "");
    tree.delete();
    return broken;
  };
}

function findBroken(node: Node): Node[] {
  if (!node.hasError) return [];
  const below = node.children.flatMap((child) => (child ? findBroken(child) : []));
  return node.isError || node.isMissing || below.length === 0 ? [node, ...below] : below;
}
