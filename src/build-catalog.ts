/** The build step for data/. Stops with every problem named, exit code 1. */
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileCatalog, formatProblem } from "./catalog/compile.js";
import { checkSamples } from "./log/check-samples.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const DATA = `${PROJECT}data`;
const COMPILERS = [`${PROJECT}dist/src/catalog`, `${PROJECT}dist/src/log`];
const TARGET = `${PROJECT}dist/data/catalog.json`;

/** Whether the target is younger than all data and than the code that compiles it. */
function isFresh(target: string, sources: readonly string[]): boolean {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.every((folder) => {
    const entries = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`);
    return [folder, ...entries].every((path) => statSync(path).mtimeMs < made);
  });
}

function main(): void {
  if (isFresh(TARGET, [DATA, ...COMPILERS])) return;
  const problems = compileCatalog(DATA, TARGET, checkSamples);
  if (problems.length === 0) return;
  for (const problem of problems) console.error(formatProblem("data", problem));
  console.error(`\nThe catalog was not built: ${problems.length} problem${problems.length === 1 ? "" : "s"} in data/.`);
  process.exitCode = 1;
}

main();
