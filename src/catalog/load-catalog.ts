import { readFileSync } from "node:fs";
import { type Catalog, createCatalog } from "./catalog.js";
import type { CatalogData } from "./types.js";

/**
 * The catalog that the build compiled. Throws when the file is missing. Its content was validated by the build, which
 * also left nothing but ASCII in it. */
export function loadCatalog(file: URL): Catalog {
  return createCatalog(JSON.parse(readFileSync(file, "latin1")) as CatalogData);
}
