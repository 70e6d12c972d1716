/** The build step for data/: reads, validates and writes one JSON. Stops with every problem named, exit code 1. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Problem, readData } from "./read-data.js";
import { catalogSchema } from "./schema.js";
import { validateData } from "./validate.js";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

/** Compiles the files below `folder` into `target`; returns what is wrong with them, and then writes nothing. */
export function compileCatalog(folder: string, target: string): readonly Problem[] {
  const { files, problems: unreadable } = readData(folder);
  const { catalog, problems } = validateData(files);
  const whole = catalogSchema.safeParse(catalog);
  const all = [...unreadable, ...problems, ...(whole.success ? [] : wholeProblems(whole.error.issues))];
  if (all.length > 0) return all;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(catalog));
  return [];
}

function wholeProblems(issues: readonly { path: PropertyKey[]; message: string }[]): Problem[] {
  return issues.map((issue) => ({ path: ".", field: issue.path.join("."), reason: issue.message }));
}

/** "data/statuses/iana/401.yaml: facts.retry.when: Invalid option" */
export function formatProblem(root: string, { path, field, reason }: Problem): string {
  return [`${root}/${path}`, field, reason].filter(Boolean).join(": ");
}

function main(): void {
  const problems = compileCatalog(`${PROJECT}data`, `${PROJECT}dist/data/catalog.json`);
  if (problems.length === 0) return;
  for (const problem of problems) console.error(formatProblem("data", problem));
  console.error(`\nThe catalog was not built: ${problems.length} problem${problems.length === 1 ? "" : "s"} in data/.`);
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
