import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { compileCatalog, formatProblem } from "../../src/catalog/compile.js";
import { loadCatalog } from "../../src/catalog/load-catalog.js";
import { checkSamples } from "../../src/log/check-samples.js";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "teapot-data-"));
  cpSync(DATA, join(folder, "data"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function compile(): string[] {
  return compileCatalog(join(folder, "data"), join(folder, "out", "catalog.json"), checkSamples).map((problem) =>
    formatProblem("data", problem),
  );
}

function edit(path: string, change: (text: string) => string): void {
  const full = join(folder, "data", path);
  writeFileSync(full, change(readFileSync(full, "utf8")));
}

/** A third of all files, and most of what there is to check: no case below is about them. */
const UNNEEDED = ["log-rules", "log-secrets"];

describe("compileCatalog", () => {
  it("writes the catalog when all is well", () => {
    expect(compile()).toEqual([]);
    expect(loadCatalog(pathToFileURL(join(folder, "out", "catalog.json"))).statuses.length).toBeGreaterThan(100);
  });

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      "a missing field",
      "statuses/iana/404.yaml",
      (text) => text.replace(/^summary:.*$/m, ""),
      /^data\/statuses\/iana\/404\.yaml: summary: /,
    ],
    ["an unknown field", "statuses/iana/404.yaml", (text) => `${text}\nsumary: x\n`, /404\.yaml: .*sumary/],
    [
      "a text over its budget",
      "classes/4xx.yaml",
      (text) => text.replace(/^summary:.*$/m, `summary: ${"x".repeat(200)}`),
      /classes\/4xx\.yaml: summary: Too big/,
    ],
    ["text that is not YAML", "classes/4xx.yaml", (text) => `${text}\n  - [broken`, /classes\/4xx\.yaml: .*line \d+/],
    [
      "a code in the wrong file",
      "statuses/iana/404.yaml",
      (text) => text.replace("code: 404", "code: 405"),
      /404\.yaml: its content belongs in statuses\/iana\/405\.yaml/,
    ],
    [
      "a wrong class",
      "statuses/iana/404.yaml",
      (text) => text.replace("statusClass: 4xx", "statusClass: 5xx"),
      /statusClass: is 5xx, but the code says 4xx/,
    ],
    [
      "a name without an entry",
      "comparisons/401-403.yaml",
      (text) => text.replace('next: [["403", "404"]', 'next: [["403", "498"]'),
      /401-403\.yaml: of: names 498, which has no entry/,
    ],
    [
      "a phrase that stands in another file, written differently",
      "statuses/iana/404.yaml",
      (text) => text.replace(/^askedAs:\n/m, "askedAs:\n  - Duplicate, E-Mail!\n  - Email is already Taken\n"),
      /(?:404|duplicate-email)\.yaml: askedAs: "[Ee]mail is already [Tt]aken" is asked as .*\.yaml too/,
    ],
    [
      "a sample of a log that is not read as its file says",
      "log-formats/combined.yaml",
      (text) => text.replace('counts: { "502": 1 }', 'counts: { "503": 1 }'),
      /log-formats\/combined\.yaml: samples\.0: is read as \{"502":1\}, not \{"503":1\}/,
    ],
    [
      "a layout that cannot be",
      "log-formats/combined.yaml",
      (text) => text.replace("{bytes:number}", "{bytes:numbr}"),
      /\{bytes:numbr\} has no known type/,
    ],
    [
      "a rule too few",
      "comparisons/401-403.yaml",
      (text) => text.replace(/ {2}- \{ status: "403", rule.*\n/, ""),
      /rules: /,
    ],
  ])("stops at %s with file, field and reason", (_what, path, change, expected) => {
    for (const part of UNNEEDED) rmSync(join(folder, "data", part), { recursive: true });
    edit(path, change);
    expect(compile().join("\n")).toMatch(expected);
    expect(existsSync(join(folder, "out", "catalog.json"))).toBe(false);
  });

  it("names a missing file once for each entry that needs it, and a broken file only for its own problem", () => {
    edit("statuses/iana/403.yaml", (text) => text.replace(/^oneLine:.*$/m, ""));
    expect(compile()).toHaveLength(1);
  });

  it("refuses a file in an unknown folder", () => {
    writeFileSync(join(folder, "data", "stray.yaml"), "a: 1\n");
    expect(compile().join()).toMatch(/stray\.yaml: lies in none of the folders/);
  });
});
