import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Status, StatusClass } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import { ACTIONS_MAX, type Action, type CardBody, type Fact } from "./card.js";
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
    summary: prose(`IANA has not assigned it. ${enumerate(owners)} each mean something else by it.`),
    oneLine: `${code} is not a standard code. ${enumerate(owners)} each mean something else by it.`,
    blocks: [
      {
        kind: "facts",
        facts: [
          ...statuses.map((status, index) => ({ label: owners[index] ?? "", content: prose(status.summary) })),
          ...(statusClass ? anybodyElse(statusClass) : []),
        ],
      },
    ],
    actions: [...ownerActions(catalog, statuses), ...unknownCodes(catalog)].slice(0, ACTIONS_MAX),
    sources: [IANA_REGISTRY, ...joinSources(statuses)].slice(0, SOURCES_MAX),
  };
}

function anybodyElse({ unknown }: StatusClass): readonly Fact[] {
  return [
    { label: "Anybody else", content: prose(unknown) },
    { label: "Sending it?", content: prose("Better not: no client knows it. Pick a registered code.") },
  ];
}

function ownerActions(catalog: Catalog, statuses: readonly Status[]): readonly Action[] {
  return statuses.slice(0, ACTIONS_MAX - 1).map((status) => ({
    label: `${catalog.owner(status.owner).name} ${status.code}`,
    ask: formatQuestion({ kind: "status", status, view: "card" }),
  }));
}

/** The rule for codes that one does not know, as a button. */
function unknownCodes(catalog: Catalog): readonly Action[] {
  const guide = catalog.guide("unknown-codes");
  return guide ? [{ label: "Unknown codes", ask: formatQuestion({ kind: "guide", guide }) }] : [];
}
