import { readFileSync } from "node:fs";
import { type Catalog, createCatalog } from "./catalog.js";
import type { CatalogData } from "./types.js";

/**
 * The catalog that the build compiled: one JSON with a line for each section, each parsed when first needed.
 * Throws when the file is missing. Its content was validated by the build, which also left nothing but ASCII in it.
 */
export function loadCatalog(file: URL): Catalog {
  const bytes = readFileSync(file);
  const data = {};
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf("\n", start);
    if (end < 0) end = bytes.length;
    const name = /^"(\w+)":/.exec(bytes.toString("latin1", start, Math.min(end, start + NAME_MAX_BYTES)))?.[1];
    if (name === undefined) continue;
    const [from, to] = [start + name.length + 3, bytes[end - 1] === COMMA ? end - 1 : end];
    defineLazily(data, name, () => JSON.parse(bytes.toString("latin1", from, to)));
  }
  return createCatalog(data as CatalogData);
}

const COMMA = 44;
/** `"comparisons":` */
const NAME_MAX_BYTES = 40;

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
