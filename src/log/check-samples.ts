/** Holds what is known about logs against its own samples: every file must read its samples as it says they are. */
import { type Catalog, createCatalog } from "../catalog/catalog.js";
import type { Problem } from "../catalog/read-data.js";
import type { CatalogData } from "../catalog/types.js";
import type { LogFiles } from "../catalog/validate-logs.js";
import { checkFormatSamples } from "./check-format-samples.js";
import { checkRuleSamples } from "./check-rule-samples.js";
import { createKnowledge, type Knowledge } from "./knowledge.js";
import { createLogReader } from "./log-reader.js";
import type { ReadSample } from "./read-sample.js";

/** `files` are those to check; `data` is the whole catalog that they belong to. */
export function checkSamples(data: CatalogData, files: LogFiles): readonly Problem[] {
  const catalog = createCatalog(data);
  const knowledge = prepare(catalog);
  if ("path" in knowledge) return [knowledge];
  const read: ReadSample = (text) => {
    const reader = createLogReader(catalog, knowledge);
    reader.push(new TextEncoder().encode(text));
    return reader.end();
  };
  return [...checkFormatSamples(files, data.logs, read), ...checkRuleSamples(files, read)];
}

/** A layout that does not compile stops everything else. */
function prepare(catalog: Catalog): Knowledge | Problem {
  try {
    const knowledge = createKnowledge(catalog);
    createLogReader(catalog, knowledge);
    return knowledge;
  } catch (error) {
    return { path: "log-formats", field: "layouts", reason: error instanceof Error ? error.message : String(error) };
  }
}
