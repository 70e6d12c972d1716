import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { canWrite } from "./can-write.js";
import { type FrameworkName, frameworkName, makeSnippet, type Snippet } from "./make-snippet.js";

/** Code for one status or several, in one framework; or the frameworks to choose from, none where there is no code. */
export type CodeFound =
  /** One snippet a status, in the order of the statuses. */
  | { readonly kind: "snippets"; readonly framework: FrameworkName; readonly snippets: readonly Snippet[] }
  | { readonly kind: "choice"; readonly frameworks: readonly FrameworkName[] };

/**
 * `id`: the framework that was asked for. One that the catalog does not have leaves the choice, in which a team's own
 * comes first.
 */
export function findCode(catalog: Catalog, statuses: readonly Status[], id: string | undefined): CodeFound {
  const framework = id === undefined ? undefined : catalog.framework(id);
  if (framework) {
    const made = statuses.map((status) => makeSnippet(catalog, status, framework));
    const snippets = made.length === 1 ? made : made.map(withoutOnce);
    return { kind: "snippets", framework: frameworkName(framework), snippets };
  }
  const able = catalog.frameworks.filter((each) => statuses.every((status) => canWrite(catalog, status, each)));
  const preferred = (each: FrameworkName) => Number(each.id === catalog.house?.framework);
  return { kind: "choice", frameworks: able.map(frameworkName).sort((a, b) => preferred(b) - preferred(a)) };
}

/** Where handlers stand below each other, what is said once for all errors would be said twice. */
function withoutOnce(snippet: Snippet): Snippet {
  if (snippet.kind !== "sent") return snippet;
  const { once: _, ...rest } = snippet;
  return rest;
}
