/** No regular expression may be slow on any input: none is more than linear, so nobody's text can stop the bot. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Language, type Node, Parser } from "@vscode/tree-sitter-wasm";
import { analyse } from "scslre";
import { beforeAll, describe, expect, it, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const files = ["src", "adapters"].flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`),
);

/** What makes it slower than linear: two parts that fight for the same characters, or a start that is tried anywhere. */
function slowness(source: string, flags: string): string[] {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
  return reports.map(
    ({ type, character }) => `/${source}/${flags}: ${type}, on many of ${character.literal.source.slice(0, 40)}`,
  );
}

let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  const folder = createRequire(import.meta.url)
    .resolve("@vscode/tree-sitter-wasm")
    .replace(/[^/\\]+$/, "");
  parser = new Parser().setLanguage(await Language.load(readFileSync(`${folder}tree-sitter-typescript.wasm`)));
});

function literalsIn(path: string): (readonly [source: string, flags: string])[] {
  const root = parser.parse(readFileSync(`${ROOT}${path}`, "utf8"))?.rootNode;
  const nodes = root?.descendantsOfType("regex") ?? [];
  const part = (node: Node, name: string) => node.childForFieldName(name)?.text ?? "";
  return nodes.flatMap((node) => (node ? [[part(node, "pattern"), part(node, "flags")] as const] : []));
}

describe("regular expressions", () => {
  it("are found where they are written", () => {
    expect(files.flatMap(literalsIn).length).toBeGreaterThan(200);
  });

  test.each(files)("in %s are linear", (path) => {
    expect(literalsIn(path).flatMap(([source, flags]) => slowness(source, flags))).toEqual([]);
  });

  it("that are put together from parts are linear", async () => {
    const made: (readonly [string, string])[] = [];
    const real = globalThis.RegExp;
    globalThis.RegExp = new Proxy(real, {
      construct: (target, args: [string | RegExp, string?]) => {
        const expression = new target(...args);
        made.push([expression.source, expression.flags]);
        return expression;
      },
    });
    try {
      const core = files.filter((path) => /^src\/(?:question|log|answer|card)\//.test(path));
      for (const path of core) await import(`${pathToFileURL(`${ROOT}dist/${path.replace(/\.ts$/, ".js")}`)}`);
    } finally {
      globalThis.RegExp = real;
    }
    expect(made.length).toBeGreaterThan(3);
    expect(made.flatMap(([source, flags]) => slowness(source, flags))).toEqual([]);
  });
});
