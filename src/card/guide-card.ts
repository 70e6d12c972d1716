import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import { type Block, type CardBody, CHOICES_MAX } from "./card.js";
import { statusChoices } from "./choices.js";
import { prose } from "./prose.js";

/** A page of general knowledge. */
export function guideCard(catalog: Catalog, { guide, statuses }: Extract<Finding, { kind: "guide" }>): CardBody {
  const table: readonly Block[] = guide.table
    ? [
        {
          kind: "table",
          columns: guide.table.columns,
          rows: guide.table.rows.map(([label = "", ...cells]) => ({ label, cells })),
        },
      ]
    : [];
  return {
    title: guide.title,
    kicker: "guide",
    tone: "neutral",
    summary: prose(guide.summary),
    oneLine: `${guide.title}: ${guide.oneLine.replaceAll("`", "")}`,
    blocks: [
      { kind: "facts", facts: guide.facts.map(({ label, text }) => ({ label, content: prose(text) })) },
      ...table,
      ...statusChoices(catalog, statuses, "Read on", CHOICES_MAX),
    ],
    actions: [],
    sources: guide.sources,
  };
}
