/**
 * House rules: a team's own files, of the same shapes as data/, laid over the catalog at start. A file with the path of
 * one in data/ replaces it; others are added. All of it is validated together, so that names agree across both.
 */
import type { House } from "./catalog.js";
import { houseSchema } from "./house-schema.js";
import { type DataFile, type Problem, readData } from "./read-data.js";
import { statusKey } from "./status-key.js";
import type { CatalogData } from "./types.js";
import { type Sections, validateData } from "./validate.js";
import { type LogFiles, layLogs } from "./validate-logs.js";

export interface LaidHouse {
  readonly data: CatalogData;
  readonly house: House;
  /** The team's own knowledge about logs, with the samples that must prove it. */
  readonly logs: LogFiles;
  /** What is wrong with the team's files; then `data` and `house` are of no use. */
  readonly problems: readonly Problem[];
}

const HOUSE_FILE = "house.yaml";

/** Reads the folder and lays it over the catalog. Throws when the folder cannot be read. */
export function layHouse(base: CatalogData, folder: string): LaidHouse {
  const { files: own, problems: unreadable } = readData(folder);
  const rules = own.filter(({ path }) => path !== HOUSE_FILE);
  const replaced = new Set(rules.map(({ path }) => path));
  const files = [...baseFiles(base).filter(({ path }) => !replaced.has(path)), ...rules];
  const { catalog, logs, problems } = validateData(files, unreadable);
  const described = describeHouse(own.find(({ path }) => path === HOUSE_FILE));
  const entries = new Set(ownEntries(catalog, base));
  return {
    data: { ...catalog, logs: layLogs(base.logs, logs) },
    logs,
    house: { ...described.house, entries },
    problems: [...unreadable, ...problems, ...described.problems, ...missingNames(described.house, catalog)],
  };
}

const NOBODY = { name: "House rule", runbooks: [] } as const satisfies Omit<House, "entries">;

function describeHouse(file: DataFile | undefined): { house: Omit<House, "entries">; problems: readonly Problem[] } {
  if (!file) return { house: NOBODY, problems: [] };
  const result = houseSchema.safeParse(file.value);
  if (result.success) return { house: result.data, problems: [] };
  const problems = result.error.issues.map((issue) => ({
    path: file.path,
    field: issue.path.join("."),
    reason: issue.message,
  }));
  return { house: NOBODY, problems };
}

function missingNames({ runbooks, framework }: Omit<House, "entries">, catalog: CatalogData): Problem[] {
  const reason = `names ${framework}, and there is no snippets/${framework}.yaml`;
  const isThere = framework === undefined || catalog.frameworks.some(({ id }) => id === framework);
  return [
    ...missingRunbooks(runbooks, catalog),
    ...(isThere ? [] : [{ path: HOUSE_FILE, field: "framework", reason }]),
  ];
}

function missingRunbooks(runbooks: House["runbooks"], catalog: CatalogData): Problem[] {
  const keys = new Set(catalog.statuses.map(statusKey));
  return runbooks
    .filter(({ status }) => status !== undefined && !keys.has(status))
    .map(({ status }) => ({ path: HOUSE_FILE, field: "runbooks", reason: `names ${status}, which has no entry` }));
}

/** What the catalog holds and the base does not, told by content: validating copies every entry. */
function ownEntries(catalog: CatalogData, base: CatalogData): readonly object[] {
  return SECTIONS.flatMap((section) => {
    const known = new Set(base[section].map((entry) => JSON.stringify(entry)));
    return catalog[section].filter((entry) => !known.has(JSON.stringify(entry)));
  });
}

type Section = keyof Sections;

/** Where an entry would lie in data/. Sections that are lists in a file get one file for all. */
const PATHS: { readonly [S in Section]: (entry: CatalogData[S][number]) => string } = {
  owners: (entry) => `owners/${entry.id}.yaml`,
  classes: (entry) => `classes/${entry.id}.yaml`,
  statuses: (entry) => `statuses/${entry.owner}/${entry.code}.yaml`,
  comparisons: (entry) => `comparisons/${entry.of.join("-")}.yaml`,
  situations: (entry) => `situations/${entry.id}.yaml`,
  methods: (entry) => `methods/${entry.method}.yaml`,
  guides: (entry) => `guides/${entry.id}.yaml`,
  steps: (entry) => `steps/${entry.id}.yaml`,
  subcodes: (entry) => `subcodes/${entry.owner}/${entry.code}.yaml`,
  frameworks: (entry) => `snippets/${entry.id}.yaml`,
  responses: (entry) => `snippets/responses/${entry.status}.yaml`,
  synonyms: (entry) => `synonyms/${entry.term}.yaml`,
};
const SECTIONS = Object.keys(PATHS) as Section[];
const LISTED: ReadonlySet<Section> = new Set(["subcodes", "responses", "synonyms"]);

function baseFiles(base: CatalogData): DataFile[] {
  return SECTIONS.flatMap((section) => filesOf(base, section));
}

function filesOf<S extends Section>(base: CatalogData, section: S): DataFile[] {
  const entries: readonly CatalogData[S][number][] = base[section];
  return entries.map((value) => ({ path: PATHS[section](value), value: LISTED.has(section) ? [value] : value }));
}
