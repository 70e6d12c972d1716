/** The catalog that a program answers from: the compiled one, with the team's house rules over it where there are any. */
import { type Catalog, createCatalog } from "./catalog/catalog.js";
import { loadCatalog } from "./catalog/load-catalog.js";
import type { Problem } from "./catalog/read-data.js";
import type { CatalogData } from "./catalog/types.js";
import type { LogFiles } from "./catalog/validate-logs.js";
import { ConfigError, readHouseFolder } from "./config.js";

/** Rejects with a ConfigError that names file, field and reason of everything wrong with the house rules. */
export async function openCatalog(compiled: URL): Promise<Catalog> {
  const catalog = loadCatalog(compiled);
  const folder = readHouseFolder();
  if (folder === undefined) return catalog;
  const { data, house, logs, problems: unsound } = await readHouse(catalog, folder, compiled);
  const problems = unsound.length > 0 ? unsound : await checkLogs(data, logs, compiled);
  if (problems.length > 0) {
    throw new ConfigError(
      problems.map(({ path, field, reason }) => [`${folder}/${path}`, field, reason].filter(Boolean).join(": ")),
    );
  }
  return createCatalog(data, house);
}

async function checkLogs(data: CatalogData, logs: LogFiles, compiled: URL): Promise<readonly Problem[]> {
  if (Object.values(logs).every((files) => files.length === 0)) return [];
  const module: typeof import("./log/check-samples.js") = await import(
    new URL("../src/log/check-samples.js", compiled).href
  );
  return module.checkSamples(data, logs);
}

/** Loaded only where it is needed, by its address: what validates files is large, and no part of the bundled command. */
async function readHouse(catalog: Catalog, folder: string, compiled: URL) {
  const module: typeof import("./catalog/lay-house.js") = await import(
    new URL("../src/catalog/lay-house.js", compiled).href
  );
  try {
    return module.layHouse(catalog, folder);
  } catch (error) {
    throw new ConfigError([`TEAPOT_HOUSE cannot be read: ${error instanceof Error ? error.message : error}`]);
  }
}
