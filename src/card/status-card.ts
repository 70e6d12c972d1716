/** One status: the card itself, and what is behind its buttons. */
import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import type { StatusView } from "../question/question.js";
import type { Block, CardBody, Fact } from "./card.js";
import { prose } from "./prose.js";
import { statusActions } from "./status-actions.js";
import { statusFacts } from "./status-facts.js";
import { statusKicker, statusTitle } from "./wording.js";

type StatusFinding = Exclude<Extract<Finding, { kind: "status" }>, { view: "code" }>;

type Behind = Exclude<StatusView, "card" | "code">;

/** What is behind the buttons says so, instead of repeating the card that its reader comes from. */
const BEHIND: Record<Behind, string> = { example: "example", fix: "what to check", facts: "the facts" };

export function statusCard(catalog: Catalog, finding: StatusFinding): CardBody {
  const { status, view } = finding;
  const title = statusTitle(catalog, status);
  const behind = view === "card" ? undefined : BEHIND[view];
  return {
    title: behind ? `${title}: ${behind}` : title,
    kicker: statusKicker(catalog, status),
    tone: status.statusClass ?? "neutral",
    summary: prose(summarize(finding)),
    oneLine: `${title}: ${behind ? `${behind}.` : status.oneLine}`,
    blocks: composeView(finding),
    actions: statusActions(catalog, finding),
    sources: status.sources,
  };
}

function summarize({ status, view }: StatusFinding): string {
  switch (view) {
    case "card":
      return status.summary;
    case "example":
      return status.example ? "One exchange, as it goes over the wire." : "There is no example for this one.";
    case "fix":
      return status.asCaller.length + status.asOwner.length > 1
        ? "In this order, as most causes go."
        : "One thing to do about it.";
    case "facts":
      return "What the specifications say, and who sends it.";
  }
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
