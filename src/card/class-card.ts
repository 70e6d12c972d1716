import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import { type CardBody, CHOICES_MAX } from "./card.js";
import { statusChoices } from "./choices.js";
import { prose } from "./prose.js";

/** A class: what its codes have in common, what to do with an unknown one, and its members to pick from. */
export function classCard(catalog: Catalog, { statusClass, statuses }: Extract<Finding, { kind: "class" }>): CardBody {
  const { id, name, plural } = statusClass;
  return {
    title: `${id} ${name}`,
    kicker: plural,
    tone: id,
    summary: prose(statusClass.summary),
    oneLine: `${id}, ${plural}: ${statusClass.summary.replaceAll("`", "")}`,
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: "Meaning", content: prose(statusClass.meaning) },
          { label: "Who acts", content: prose(statusClass.whoActs) },
          { label: "Not known", content: prose(statusClass.unknown) },
        ],
      },
      ...statusChoices(catalog, statuses, `The ${statuses.length} registered ones`, CHOICES_MAX),
    ],
    actions: [],
    sources: statusClass.sources,
  };
}
