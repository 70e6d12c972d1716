/** The build step for data/: reads, validates and writes one JSON. Stops with every problem named, exit code 1. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPhrases } from "./check-phrases.js";
import { type Problem, readData } from "./read-data.js";
import { catalogSchema } from "./schema.js";
import type { CatalogData } from "./types.js";
import { validateData } from "./validate.js";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const DATA = `${PROJECT}data`;
const COMPILER = `${PROJECT}dist/src/catalog`;
const TARGET = `${PROJECT}dist/data/catalog.json`;

/** Compiles the files below `folder` into `target`; returns what is wrong with them, and then writes nothing. */
export function compileCatalog(folder: string, target: string): readonly Problem[] {
  const { files, problems: unreadable } = readData(folder);
  const { catalog, problems } = validateData(files, unreadable);
  const whole = catalogSchema.safeParse(catalog);
  const all = [
    ...unreadable,
    ...problems,
    ...checkPhrases(catalog),
    ...(whole.success ? [] : wholeProblems(whole.error.issues)),
  ];
  if (all.length > 0) return all;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, asciiJson(catalog));
  return [];
}

/**
 * One JSON with a line for each section, so that a reader parses only the lines it needs. Everything beyond ASCII is
 * escaped, since a file of single bytes is read in half the time.
 */
function asciiJson(catalog: CatalogData): string {
  const lines = Object.entries(catalog).map(([name, entries]) => `"${name}":${JSON.stringify(entries)}`);
  return `{\n${lines.join(",\n")}\n}\n`.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function wholeProblems(issues: readonly { path: PropertyKey[]; message: string }[]): Problem[] {
  return issues.map((issue) => ({ path: ".", field: issue.path.join("."), reason: issue.message }));
}

/** "data/statuses/iana/401.yaml: facts.retry.when: Invalid option" */
export function formatProblem(root: string, { path, field, reason }: Problem): string {
  return [`${root}/${path}`, field, reason].filter(Boolean).join(": ");
}

/** Whether the target is younger than all data and than the code that compiles it. */
function isFresh(target: string, sources: readonly string[]): boolean {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.every((folder) => {
    const entries = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`);
    return [folder, ...entries].every((path) => statSync(path).mtimeMs < made);
  });
}

function main(): void {
  if (isFresh(TARGET, [DATA, COMPILER])) return;
  const problems = compileCatalog(DATA, TARGET);
  if (problems.length === 0) return;
  for (const problem of problems) console.error(formatProblem("data", problem));
  console.error(`\nThe catalog was not built: ${problems.length} problem${problems.length === 1 ? "" : "s"} in data/.`);
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
