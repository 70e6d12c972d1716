/** Compiles data/: reads, validates and writes one JSON. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { checkPhrases } from "./check-phrases.js";
import { type Problem, readData } from "./read-data.js";
import { catalogSchema } from "./schema.js";
import type { CatalogData } from "./types.js";
import { validateData } from "./validate.js";
import type { LogFiles } from "./validate-logs.js";

/** What else must hold of data that is sound by itself; the catalog knows nothing of how it will be read. */
export type CheckData = (catalog: CatalogData, logs: LogFiles) => readonly Problem[];

/** Compiles the files below `folder` into `target`; returns what is wrong with them, and then writes nothing. */
export function compileCatalog(folder: string, target: string, check: CheckData): readonly Problem[] {
  const { files, problems: unreadable } = readData(folder);
  const { catalog, logs, problems } = validateData(files, unreadable);
  const whole = catalogSchema.safeParse(catalog);
  const unsound = [
    ...unreadable,
    ...problems,
    ...checkPhrases(catalog),
    ...(whole.success ? [] : wholeProblems(whole.error.issues)),
  ];
  const all = unsound.length > 0 ? unsound : check(catalog, logs);
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
