import { readFileSync } from "node:fs";
import { type Catalog, createCatalog } from "./catalog.js";
import type { CatalogData } from "./types.js";

/**
 * The catalog that the build compiled: one JSON with a line for each section, each parsed when first needed.
 * Throws when the file is missing. Its content was validated by the build, which also left nothing but ASCII in it.
 */
export function loadCatalog(file: URL): Catalog {
  const data = {};
  for (const line of readFileSync(file, "latin1").split("\n")) {
    const name = /^"(\w+)":/.exec(line)?.[1];
    if (name)
      defineLazily(data, name, () => JSON.parse(line.slice(name.length + 3, line.endsWith(",") ? -1 : undefined)));
  }
  return createCatalog(data as CatalogData);
}

/** A property that is computed when it is first read. */
function defineLazily(target: object, name: string, compute: () => unknown): void {
  let value: unknown;
  Object.defineProperty(target, name, {
    enumerable: true,
    get: () => {
      value ??= compute();
      return value;
    },
  });
}
