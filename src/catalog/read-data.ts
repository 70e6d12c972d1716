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

/** Every YAML file below `folder`, sorted by path. What is not YAML becomes a problem. Throws when there is no such folder. */
export function readData(folder: string): { files: DataFile[]; problems: Problem[] } {
  const files: DataFile[] = [];
  const problems: Problem[] = [];
  for (const path of yamlPaths(folder)) {
    const value = readYaml(join(folder, path));
    if (value instanceof Error) problems.push({ path, field: "", reason: firstLine(value.message) });
    else files.push({ path, value });
  }
  return { files, problems };
}

/** The file's value, or the error that keeps it from being one: bad syntax, an alias to nothing, an alias bomb. */
function readYaml(path: string): unknown {
  try {
    const document = parseDocument(readFileSync(path, "utf8"));
    return document.errors[0] ?? document.toJS();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function yamlPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.replace(/:$/, "") ?? text;
}
