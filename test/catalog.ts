/** The catalog as the build compiled it, for tests. */
import { loadCatalog } from "../src/catalog/load-catalog.js";

export const catalog = loadCatalog(new URL("../dist/data/catalog.json", import.meta.url));
