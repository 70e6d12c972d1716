/** The seams of the house, read from the imports themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = ["src", "adapters"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`),
);
const imports = files.flatMap(readImports);

/** Static, dynamic and type imports alike: a type that leaks binds as much as a value. */
function readImports(from: string): Import[] {
  const text = readFileSync(join(ROOT, from), "utf8");
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => ({
    from,
    to: target.startsWith(".") ? relative(ROOT, join(ROOT, dirname(from), target)).replace(/\.js$/, ".ts") : target,
  }));
}

function layerOf(path: string): string {
  return /^src\/(\w+)\//.exec(path)?.[1] ?? path;
}

const MAY_IMPORT: Record<string, readonly string[]> = {
  catalog: ["catalog"],
  question: ["catalog", "question"],
  log: ["catalog", "log"],
  answer: ["catalog", "question", "log", "answer"],
  card: ["catalog", "question", "log", "answer", "card"],
  bot: ["catalog", "question", "log", "answer", "card", "bot"],
};

describe("the import rules", () => {
  it("see the imports", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test.each(Object.keys(MAY_IMPORT))("src/%s imports only what lies to its left", (layer) => {
    const broken = imports
      .filter(({ from, to }) => layerOf(from) === layer && to.startsWith("src/"))
      .filter(({ to }) => !MAY_IMPORT[layer]?.includes(layerOf(to)));
    expect(broken).toEqual([]);
  });

  it("keep input and output out of the core, except the catalog's own loading and building", () => {
    const effects = imports
      .filter(({ from, to }) => layerOf(from) in MAY_IMPORT && to.startsWith("node:"))
      .map(({ from }) => from);
    expect([...new Set(effects)].sort()).toEqual([
      "src/catalog/compile.ts",
      "src/catalog/load-catalog.ts",
      "src/catalog/read-data.ts",
    ]);
  });

  it("keep the schema library out of everything that answers", () => {
    const runtime = files.filter((file) =>
      /from "zod"|from "yaml"/.test(readFileSync(join(ROOT, file), "utf8").replace(/import type .*/g, "")),
    );
    const builders = [
      "src/catalog/house-schema.ts",
      "src/catalog/knowledge-schema.ts",
      "src/catalog/log-evidence-schema.ts",
      "src/catalog/log-format-schema.ts",
      "src/catalog/log-rule-schema.ts",
      "src/catalog/log-schema-parts.ts",
      "src/catalog/log-schema.ts",
      "src/catalog/log-secret-schema.ts",
      "src/catalog/read-data.ts",
      "src/catalog/schema-parts.ts",
      "src/catalog/schema.ts",
      "src/catalog/snippet-schema.ts",
      "src/catalog/status-schema.ts",
      "src/catalog/validate.ts",
    ];
    expect(runtime.filter((file) => !builders.includes(file))).toEqual([]);
  });

  it("let only the composition roots import adapters", () => {
    const outside = imports.filter(({ from, to }) => from.startsWith("src/") && to.startsWith("adapters/"));
    expect([...new Set(outside.map(({ from }) => from))].sort()).toEqual(["src/cli.ts", "src/main.ts"]);
  });

  it("keep adapters from importing each other", () => {
    const adapterOf = (path: string) => /^adapters\/(\w+)/.exec(path)?.[1];
    const broken = imports.filter(
      ({ from, to }) => adapterOf(from) && adapterOf(to) && adapterOf(from) !== adapterOf(to),
    );
    expect(broken).toEqual([]);
  });

  it("keep platform names out of the core", () => {
    const named = files.filter(
      (file) => layerOf(file) in MAY_IMPORT && /from "(?:@slack|discord)/.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(named).toEqual([]);
  });

  it("let only config.ts read the environment", () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(ROOT, file), "utf8")));
    expect(readers).toEqual(["src/config.ts"]);
  });
});
