/** Data files in, catalog or problems out. Shape by the schema, then what no schema can say: that names agree. */
import { z } from "zod";
import { checkReferences } from "./check-references.js";
import { checkSnippets } from "./check-snippets.js";
import {
  guideSchema,
  methodSchema,
  situationSchema,
  stepSchema,
  subcodesSchema,
  synonymsSchema,
} from "./knowledge-schema.js";
import type { DataFile, Problem } from "./read-data.js";
import { frameworkSchema, responsesSchema } from "./snippet-schema.js";
import { statusKey } from "./status-key.js";
import { classSchema, comparisonSchema, ownerSchema, statusSchema } from "./status-schema.js";
import type { CatalogData, Status } from "./types.js";
import { bareKnowledge, LOG_FOLDERS, type LogFiles, validateLogs } from "./validate-logs.js";

export type Validated = {
  readonly catalog: CatalogData;
  /** What is known about logs with the samples that prove it. */
  readonly logs: LogFiles;
  readonly problems: readonly Problem[];
};

/** One entry with the file it came from. */
export interface Located<T> {
  readonly path: string;
  readonly entry: T;
}

/** All that is a list of entries; what is known about logs is laid out by its own parts. */
export type Sections = Omit<CatalogData, "logs">;

export type LocatedCatalog = {
  readonly [Section in keyof Sections]: readonly Located<Sections[Section][number]>[];
};

/** Beside the frameworks' own files: what they all send. A team's house rules replace it status by status. */
const RESPONSES = /^snippets\/responses(?:\.yaml$|\/)/;

/**
 * Validates every file by the folder it lies in. With problems, `catalog` holds only what was sound. `unreadable` files
 * are no missing entries: they have their own problem already.
 */
export function validateData(files: readonly DataFile[], unreadable: readonly Problem[] = []): Validated {
  const problems: Problem[] = [];
  const take = <T>(folder: string, schema: z.ZodType<T>, from = files): Located<T>[] =>
    from.filter(({ path }) => path.startsWith(`${folder}/`)).flatMap((file) => parseFile(file, schema, problems));
  const templates = files.filter(({ path }) => !RESPONSES.test(path));
  const responses = files.filter(({ path }) => RESPONSES.test(path));

  const located: LocatedCatalog = {
    owners: take("owners", ownerSchema),
    classes: take("classes", classSchema),
    statuses: take("statuses", statusSchema).sort(byCodeThenOwner),
    comparisons: take("comparisons", comparisonSchema),
    situations: take("situations", situationSchema),
    methods: take("methods", methodSchema),
    guides: take("guides", guideSchema),
    steps: take("steps", stepSchema),
    subcodes: eachEntry(take("subcodes", subcodesSchema)),
    frameworks: take("snippets", frameworkSchema, templates),
    responses: eachEntry(take("snippets", responsesSchema, responses)),
    synonyms: eachEntry(take("synonyms", z.array(synonymsSchema))),
  };
  const logs = validateLogs(take);
  const keys = namesByPath([...files, ...unreadable]);
  problems.push(...strayFiles(files), ...checkReferences(located, keys), ...checkSnippets(located, keys));
  return { catalog: { ...stripPaths(located), logs: bareKnowledge(logs) }, logs, problems };
}

function parseFile<T>(file: DataFile, schema: z.ZodType<T>, problems: Problem[]): Located<T>[] {
  const result = schema.safeParse(file.value);
  if (result.success) return [{ path: file.path, entry: result.data }];
  for (const issue of result.error.issues) {
    problems.push({ path: file.path, field: issue.path.join("."), reason: issue.message });
  }
  return [];
}

/** The entries of files that hold a list. */
function eachEntry<T>(lists: readonly Located<readonly T[]>[]): Located<T>[] {
  return lists.flatMap(({ path, entry }) => entry.map((one) => ({ path, entry: one })));
}

const FOLDERS = [
  "owners",
  "classes",
  "statuses",
  "comparisons",
  "situations",
  "methods",
  "guides",
  "steps",
  "subcodes",
  "snippets",
  "synonyms",
  ...LOG_FOLDERS,
];

function strayFiles(files: readonly DataFile[]): Problem[] {
  return files
    .filter((file) => !FOLDERS.includes(file.path.split("/", 1)[0] ?? ""))
    .map((file) => ({ path: file.path, field: "", reason: `lies in none of the folders ${FOLDERS.join(", ")}` }));
}

/** Keys of all status files, sound or not: a file with a problem of its own is no missing entry to all others. */
function namesByPath(files: readonly { readonly path: string }[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ path }) => {
      const match = /^statuses\/([^/]+)\/(-?\d+)\.yaml$/.exec(path);
      return match?.[1] ? statusKey({ owner: match[1], code: Number(match[2]) }) : [];
    }),
  );
}

function stripPaths(located: LocatedCatalog): Sections {
  const bare = <T>(entries: readonly Located<T>[]) => entries.map(({ entry }) => entry);
  return {
    owners: bare(located.owners),
    classes: bare(located.classes),
    statuses: bare(located.statuses),
    comparisons: bare(located.comparisons),
    situations: bare(located.situations),
    methods: bare(located.methods),
    guides: bare(located.guides),
    steps: bare(located.steps),
    subcodes: bare(located.subcodes),
    frameworks: bare(located.frameworks),
    responses: bare(located.responses),
    synonyms: bare(located.synonyms),
  };
}

function byCodeThenOwner({ entry: a }: Located<Status>, { entry: b }: Located<Status>): number {
  return a.code - b.code || (a.owner < b.owner ? -1 : 1);
}
