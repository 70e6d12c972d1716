/** A situation: which status fits, who does it otherwise, and what an expert adds. */
import { canWriteAnywhere } from "../answer/can-write.js";
import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Situation } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import { ACTIONS_MAX, type Action, type Block, type CardBody, type Fact } from "./card.js";
import { codeAction } from "./choices.js";
import { prose } from "./prose.js";
import { statusKicker, statusTitle } from "./wording.js";

type Recommendation = Extract<Finding, { kind: "recommendation" }>;

export function situationCard(catalog: Catalog, finding: Recommendation): CardBody {
  const { situation, statuses, view } = finding;
  const best = statuses[0];
  return {
    title: best ? `${situation.title}: ${statusTitle(catalog, best)}` : situation.title,
    kicker: best ? statusKicker(catalog, best) : "",
    tone: best?.statusClass ?? "neutral",
    summary: prose(situation.summary),
    oneLine: `${situation.title}: ${situation.oneLine.replaceAll("`", "")}`,
    blocks: view === "example" ? example(situation) : [{ kind: "facts", facts: advise(catalog, finding) }],
    actions: composeActions(catalog, finding),
    sources: situation.sources,
  };
}

function advise(catalog: Catalog, { situation }: Recommendation): readonly Fact[] {
  return [
    { label: "Send", content: prose(situation.advice) },
    ...situation.also.map(({ use, when }) => ({
      label: "Also accepted",
      content: prose(`${catalog.status(use)?.code}, ${when}`),
    })),
    ...(situation.not ? [{ label: "Not", content: prose(situation.not) }] : []),
    ...situation.expert.map(({ label, text }) => ({ label, content: prose(text) })),
  ];
}

function example({ example: text }: Situation): readonly Block[] {
  const title = text?.startsWith("HTTP/") ? "Response" : "Request and response";
  return text ? [{ kind: "code", title, language: "http", text }] : [];
}

function composeActions(catalog: Catalog, { situation, view, statuses }: Recommendation): readonly Action[] {
  const { compare, also } = situation;
  const views = { card: "Back to the advice", example: "Example" } as const;
  const other = view === "card" ? "example" : "card";
  const shown = other === "card" || situation.example !== undefined;
  const toggle = shown
    ? [{ label: views[other], ask: formatQuestion({ kind: "situation", situation, view: other }) }]
    : [];
  const compared = (compare ?? []).flatMap((key) => catalog.status(key) ?? []);
  const comparison =
    compared.length > 1
      ? [
          {
            label: compared.map((status) => status.code).join(" vs "),
            ask: formatQuestion({ kind: "comparison", statuses: compared, view: "card" }),
          },
        ]
      : [];
  const best = statuses[0];
  const inCode =
    best && canWriteAnywhere(catalog, best)
      ? [{ label: "In code", ask: formatQuestion({ kind: "status", status: best, view: "code" }) }]
      : [];
  const others = also.flatMap(({ use }) => catalog.status(use) ?? []);
  const each = [...new Map([...statuses, ...others].map((status) => [statusKey(status), status])).values()];
  return [...toggle, ...comparison, ...inCode, ...each.map(codeAction)].slice(0, ACTIONS_MAX);
}
