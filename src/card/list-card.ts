import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import { type CardBody, CHOICES_MAX } from "./card.js";
import { statusChoices } from "./choices.js";
import { prose } from "./prose.js";
import { commonKicker, enumerate, joinSources, statusTitle } from "./wording.js";

/** What fits one screen; the rest can be picked. */
const LINES_MAX = 8;

/** Several statuses, a line each, without a claim how they differ. */
export function listCard(catalog: Catalog, { statuses }: Extract<Finding, { kind: "list" }>): CardBody {
  const codes = enumerate([...new Set(statuses.map((status) => String(status.code)))]);
  const lines = statuses.slice(0, LINES_MAX);
  return {
    title: `${statuses.length} statuses`,
    kicker: commonKicker(catalog, statuses),
    tone: statuses[0]?.statusClass ?? "neutral",
    summary: prose(`${codes}, one line each. Name two to five of them with "vs" to compare them.`),
    oneLine: `${statuses.length} statuses: ${codes}.`,
    blocks: [
      {
        kind: "facts",
        facts: lines.map((status) => ({ label: statusTitle(catalog, status), content: prose(status.summary) })),
      },
      ...statusChoices(catalog, statuses, "Pick one", CHOICES_MAX),
    ],
    actions: [],
    sources: joinSources(statuses),
  };
}
