import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import { formatQuestion } from "../question/format-question.js";
import { ACTIONS_MAX, type CardBody } from "./card.js";
import { prose } from "./prose.js";
import { IANA_REGISTRY } from "./registry-sources.js";
import { classKicker, enumerate, joinSources, SOURCES_MAX } from "./wording.js";

/** One number, several owners, none of them the registry. */
export function homonymsCard(catalog: Catalog, finding: Extract<Finding, { kind: "homonyms" }>): CardBody {
  const { statuses, statusClass } = finding;
  const code = statuses[0]?.code ?? 0;
  const owners = statuses.map((status) => catalog.owner(status.owner).name);
  return {
    title: `${code}: not a standard code`,
    kicker: statusClass ? `used as ${classKicker(statusClass, "article")}` : "outside 100–599",
    tone: statusClass?.id ?? "neutral",
    summary: prose("IANA has not assigned it. Different senders mean different things by it:"),
    oneLine: `${code} is not a standard code. ${enumerate(owners)} each use it in their own way.`,
    blocks: [
      {
        kind: "facts",
        facts: [
          ...statuses.map((status, index) => ({ label: owners[index] ?? "", content: prose(status.summary) })),
          ...(statusClass ? [{ label: "Anybody else", content: prose(statusClass.unknown) }] : []),
        ],
      },
    ],
    actions: statuses.slice(0, ACTIONS_MAX).map((status) => ({
      label: `${catalog.owner(status.owner).name} ${code}`,
      ask: formatQuestion({ kind: "status", status, view: "card" }),
    })),
    sources: [IANA_REGISTRY, ...joinSources(statuses)].slice(0, SOURCES_MAX),
  };
}
