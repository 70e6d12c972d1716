/** One status: the card itself, and what is behind its buttons. */
import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import type { StatusView } from "../question/question.js";
import { ACTIONS_MAX, type Action, type Block, type CardBody, type Fact } from "./card.js";
import { prose } from "./prose.js";
import { statusFacts } from "./status-facts.js";
import { statusKicker, statusTitle } from "./wording.js";

type StatusFinding = Extract<Finding, { kind: "status" }>;

export function statusCard(catalog: Catalog, finding: StatusFinding): CardBody {
  const { status } = finding;
  const title = statusTitle(catalog, status);
  return {
    title,
    kicker: statusKicker(catalog, status),
    tone: status.statusClass ?? "neutral",
    summary: prose(status.summary),
    oneLine: `${title}: ${status.oneLine}`,
    blocks: composeView(finding),
    actions: composeActions(catalog, finding),
    sources: status.sources,
  };
}

function composeView({ status, view }: StatusFinding): readonly Block[] {
  switch (view) {
    case "card":
      return [{ kind: "facts", facts: overview(status) }];
    case "example":
      return example(status);
    case "fix":
      return fix(status);
    case "facts":
      return [{ kind: "facts", facts: statusFacts(status) }];
  }
}

function overview(status: Status): readonly Fact[] {
  return [
    { label: "Got it?", content: prose(status.gotIt) },
    { label: "Sending it?", content: prose(status.sendingIt) },
    ...(status.watchOut ? [{ label: "Watch out", content: prose(status.watchOut) }] : []),
  ];
}

function example({ example: exchange, sendingIt }: Status): readonly Block[] {
  if (!exchange) return [{ kind: "paragraph", content: prose(sendingIt) }];
  return [
    { kind: "code", title: "Request", language: "http", text: exchange.request },
    { kind: "code", title: "Response", language: "http", text: exchange.response },
  ];
}

function fix({ asCaller, asOwner, gotIt }: Status): readonly Block[] {
  const lists = [
    { title: "As the caller", items: asCaller },
    { title: "As the server's owner", items: asOwner },
  ];
  const blocks = lists
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }): Block => ({ kind: "list", title, ordered: true, items: items.map(prose) }));
  return blocks.length > 0 ? blocks : [{ kind: "paragraph", content: prose(gotIt) }];
}

function composeActions(catalog: Catalog, { status, view, namesakes }: StatusFinding): readonly Action[] {
  const views: readonly { view: StatusView; label: string; there: boolean }[] = [
    { view: "card", label: String(status.code), there: true },
    { view: "example", label: "Example", there: status.example !== undefined },
    { view: "fix", label: "Fix it", there: status.asCaller.length + status.asOwner.length > 0 },
    { view: "facts", label: "Facts", there: true },
  ];
  const others = views
    .filter((other) => other.view !== view && other.there)
    .map((other) => ({ label: other.label, ask: formatQuestion({ kind: "status", status, view: other.view }) }));
  const owners = namesakes.map((namesake) => ({
    label: `${catalog.owner(namesake.owner).name} ${namesake.code}`,
    ask: formatQuestion({ kind: "status", status: namesake, view: "card" }),
  }));
  return [...compareAction(catalog, status), ...others, ...owners].slice(0, ACTIONS_MAX);
}

/** The status that people confuse with this one most, where a comparison has been written. */
function compareAction(catalog: Catalog, status: Status): readonly Action[] {
  for (const key of [...status.confusedWith, ...status.related]) {
    const other = catalog.status(key);
    const comparison = other && catalog.comparisonOf([status, other]);
    if (!comparison) continue;
    const statuses = comparison.of.flatMap((of) => catalog.status(of) ?? []);
    const ask = formatQuestion({ kind: "comparison", statuses, view: "card" });
    return [{ label: statuses.map(({ code }) => code).join(" vs "), ask }];
  }
  return [];
}
