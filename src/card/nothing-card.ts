import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Action, CardBody } from "./card.js";
import { statusAction } from "./choices.js";
import { plain, prose, verbatim } from "./prose.js";

const EXAMPLES: readonly Action[] = [
  { label: "404", ask: "404" },
  { label: "too many requests", ask: "429" },
  { label: "401 vs 403", ask: "401 vs 403" },
  { label: "Which code?", ask: "which code" },
];

/** A reply may be public: what looks like a credential, or has one beside it, is not repeated. */
const MAY_BE_SECRET = /\S{24}|\S=\S|\b(?:authorization|bearer|passw(?:or)?d|secret|token|api[ _-]?key|cookie)\b/i;

/** Nothing recognized. The question is repeated, so that its author sees what was read. */
export function nothingCard(catalog: Catalog, finding: Extract<Finding, { kind: "nothing" }>): CardBody {
  const { asked, suggestions } = finding;
  const quoted = MAY_BE_SECRET.test(asked)
    ? verbatim("Nothing in the catalog matches that.")
    : [...verbatim("Nothing in the catalog matches “"), ...verbatim(asked), ...verbatim("”.")];
  const hint =
    suggestions.length > 0
      ? "Did you mean one of these?"
      : "Try a code, its name, two codes to compare, or what happened:";
  return {
    title: "No match",
    kicker: "",
    tone: "neutral",
    summary: quoted,
    oneLine: `${plain(quoted)} ${hint}`,
    blocks: [{ kind: "paragraph", content: prose(hint) }],
    actions: suggestions.length > 0 ? suggestions.map((status) => statusAction(catalog, status)) : EXAMPLES,
    sources: [],
  };
}
