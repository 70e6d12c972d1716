/** Reads the YAML files of data/ (or of a team's house rules). Knows nothing of what they mean. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseDocument } from "yaml";

export interface DataFile {
  /** Path relative to the folder that was read, with forward slashes: "statuses/iana/401.yaml". */
  readonly path: string;
  readonly value: unknown;
}

/** What is wrong with a data file: where, in which field, and why. */
export interface Problem {
  readonly path: string;
  /** Dotted path of the field, empty when the whole file is meant. */
  readonly field: string;
  readonly reason: string;
}

/** Every .yaml file below `folder`, sorted by path. A file that is not YAML becomes a problem, not an exception. */
export function readData(folder: string): { files: DataFile[]; problems: Problem[] } {
  const files: DataFile[] = [];
  const problems: Problem[] = [];
  for (const path of yamlPaths(folder)) {
    const document = parseDocument(readFileSync(join(folder, path), "utf8"));
    const error = document.errors[0];
    if (error) problems.push({ path, field: "", reason: firstLine(error.message) });
    else files.push({ path, value: document.toJS() });
  }
  return { files, problems };
}

function yamlPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.replace(/:$/, "") ?? text;
}
