/** Data files in, catalog or problems out. Shape by the schema, then what no schema can say: that names agree. */
import type { z } from "zod";
import type { DataFile, Problem } from "./read-data.js";
import { classSchema, comparisonSchema, ownerSchema, statusSchema } from "./schema.js";
import { statusKey } from "./status-key.js";
import type { CatalogData, Comparison, Status } from "./types.js";

export type Validated = { readonly catalog: CatalogData; readonly problems: readonly Problem[] };

/** Validates every file by the folder it lies in. With problems, `catalog` holds only what was sound. */
export function validateData(files: readonly DataFile[]): Validated {
  const problems: Problem[] = [];
  const take = <T>(folder: string, schema: z.ZodType<T>): [string, T][] =>
    files.filter((file) => file.path.startsWith(folder)).flatMap((file) => parseFile(file, schema, problems));

  const owners = take("owners/", ownerSchema);
  const classes = take("classes/", classSchema);
  const statuses = take("statuses/", statusSchema);
  const comparisons = take("comparisons/", comparisonSchema);
  problems.push(...strayFiles(files));

  // By path, not by content: a file with one problem of its own is no missing entry to all others.
  const keys = new Set(files.map((file) => STATUS_PATH.exec(file.path)).map((match) => pathKey(match)));
  const ownerIds = new Set(owners.map(([, owner]) => owner.id));
  for (const [path, status] of statuses) problems.push(...checkStatus(path, status, keys, ownerIds));
  for (const [path, comparison] of comparisons) problems.push(...checkComparison(path, comparison, keys));

  return {
    catalog: {
      owners: owners.map(second),
      classes: classes.map(second),
      statuses: statuses.map(second).sort(byCodeThenOwner),
      comparisons: comparisons.map(second),
    },
    problems,
  };
}

function parseFile<T>(file: DataFile, schema: z.ZodType<T>, problems: Problem[]): [string, T][] {
  const result = schema.safeParse(file.value);
  if (result.success) return [[file.path, result.data]];
  for (const issue of result.error.issues) {
    problems.push({ path: file.path, field: issue.path.join("."), reason: issue.message });
  }
  return [];
}

const STATUS_PATH = /^statuses\/([^/]+)\/(-?\d+)\.yaml$/;

function pathKey(match: RegExpExecArray | null): string {
  return statusKey({ owner: match?.[1] ?? "", code: Number(match?.[2]) });
}

const FOLDERS = ["owners/", "classes/", "statuses/", "comparisons/"];

function strayFiles(files: readonly DataFile[]): Problem[] {
  return files
    .filter((file) => !FOLDERS.some((folder) => file.path.startsWith(folder)))
    .map((file) => ({ path: file.path, field: "", reason: `lies in none of the folders ${FOLDERS.join(" ")}` }));
}

function checkStatus(path: string, status: Status, keys: Set<string>, ownerIds: Set<string>): Problem[] {
  const problems: Problem[] = [];
  const problem = (field: string, reason: string) => problems.push({ path, field, reason });
  const expectedPath = `statuses/${status.owner}/${status.code}.yaml`;
  if (path !== expectedPath)
    problem("", `holds code ${status.code} of ${status.owner}, so it belongs in ${expectedPath}`);
  if (!ownerIds.has(status.owner)) problem("owner", `there is no owners/${status.owner}.yaml`);
  const statusClass = status.code >= 100 && status.code <= 599 ? `${String(status.code)[0]}xx` : null;
  if (status.statusClass !== statusClass)
    problem("statusClass", `is ${status.statusClass}, but the code says ${statusClass}`);
  const named: [string, readonly string[]][] = [
    ["instead", status.instead.map((advice) => advice.use)],
    ["related", status.related],
    ["confusedWith", status.confusedWith],
  ];
  for (const [field, references] of named) {
    for (const key of references) {
      if (!keys.has(key)) problem(field, `names ${key}, which has no entry`);
      if (key === statusKey(status)) problem(field, "names the entry itself");
    }
  }
  return problems;
}

function checkComparison(path: string, comparison: Comparison, keys: Set<string>): Problem[] {
  const problems: Problem[] = [];
  const problem = (field: string, reason: string) => problems.push({ path, field, reason });
  const expectedPath = `comparisons/${comparison.of.join("-")}.yaml`;
  if (path !== expectedPath) problem("of", `compares ${comparison.of.join(", ")}, so it belongs in ${expectedPath}`);
  for (const key of [...comparison.of, ...comparison.next.flat()]) {
    if (!keys.has(key)) problem("of", `names ${key}, which has no entry`);
  }
  if (comparison.rules.map((rule) => rule.status).join() !== comparison.of.join()) {
    problem("rules", "must hold one rule a status, in the order of `of`");
  }
  for (const axis of comparison.axes) {
    if (axis.values.length !== comparison.of.length)
      problem("axes", `"${axis.label}" needs ${comparison.of.length} values`);
  }
  for (const example of comparison.examples) {
    if (!comparison.of.includes(example.status)) problem("examples", `${example.status} is not compared here`);
  }
  return problems;
}

function byCodeThenOwner(a: Status, b: Status): number {
  return a.code - b.code || (a.owner < b.owner ? -1 : 1);
}

function second<T>(pair: [string, T]): T {
  return pair[1];
}
