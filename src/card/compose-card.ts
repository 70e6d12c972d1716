import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import { formatQuestion } from "../question/format-question.js";
import { askAgain } from "./ask-again.js";
import type { Card, CardBody } from "./card.js";
import { classCard } from "./class-card.js";
import { comparisonCard } from "./comparison-card.js";
import { comparisonCodeCard } from "./comparison-code-card.js";
import { guideCard } from "./guide-card.js";
import { helpCard } from "./help-card.js";
import { homonymsCard } from "./homonyms-card.js";
import { listCard } from "./list-card.js";
import { logCard } from "./log-card.js";
import { markHouse } from "./mark-house.js";
import { methodCard } from "./method-card.js";
import { mismatchCard } from "./mismatch-card.js";
import { nothingCard } from "./nothing-card.js";
import { situationCard } from "./situation-card.js";
import { snippetCard } from "./snippet-card.js";
import { statusCard } from "./status-card.js";
import { subcodeCard } from "./subcode-card.js";
import { unassignedCard } from "./unassigned-card.js";
import { wizardCard } from "./wizard-card.js";

/** Asked replies are full. Unasked ones must be worth their space: brief is a line, or a comparison. */
export type CardLength = "full" | "brief";

/** A Finding in words. Pure; every Finding has a card. */
export function composeCard(catalog: Catalog, finding: Finding, length: CardLength = "full"): Card {
  const card = { ...markHouse(catalog, finding, composeFull(catalog, finding)), ask: askAgain(finding) };
  return length === "full" || isWorthItsSpace(finding) ? card : shorten(card, finding);
}

const FAILURES_WORTH_SPACE = 3;

function isWorthItsSpace(finding: Finding): boolean {
  if (finding.kind !== "log") return finding.kind === "comparison";
  return finding.report.failures >= FAILURES_WORTH_SPACE || finding.report.causes.length > 0;
}

function composeFull(catalog: Catalog, finding: Finding): CardBody {
  switch (finding.kind) {
    case "status":
      return finding.view === "code" ? snippetCard(catalog, finding) : statusCard(catalog, finding);
    case "homonyms":
      return homonymsCard(catalog, finding);
    case "comparison":
      return finding.view === "code" ? comparisonCodeCard(catalog, finding) : comparisonCard(catalog, finding);
    case "list":
      return listCard(catalog, finding);
    case "class":
      return classCard(catalog, finding);
    case "mismatch":
      return mismatchCard(catalog, finding);
    case "unassigned":
      return unassignedCard(catalog, finding);
    case "recommendation":
      return situationCard(catalog, finding);
    case "method":
      return methodCard(catalog, finding);
    case "guide":
      return guideCard(catalog, finding);
    case "wizard":
      return wizardCard(catalog, finding);
    case "subcode":
      return subcodeCard(catalog, finding);
    case "log":
      return logCard(catalog, finding);
    case "help":
      return helpCard(finding);
    case "nothing":
      return nothingCard(catalog, finding);
  }
}

/** Title and summary, and a button for the rest. Who asks for code gets the first piece of it: it is the answer. */
function shorten(card: Card, finding: Finding): Card {
  const whole =
    finding.kind === "status" && !isInCode(finding) ? formatQuestion({ ...finding, view: "card" }) : card.ask;
  const more = finding.kind === "status" ? [{ label: "More", ask: whole }] : [];
  const others = card.actions.filter((action) => action.ask !== more[0]?.ask);
  const code = card.blocks.filter((block) => block.kind === "code" && isInCode(finding));
  return {
    ...card,
    blocks: code.slice(0, 1),
    actions: [...more, ...others].slice(0, 2),
    sources: card.sources.slice(0, 1),
  };
}

function isInCode(finding: Finding): boolean {
  return finding.kind === "status" && finding.view === "code";
}
