/** House rules on a card: whose line it is, and the team's runbook for the codes it is about. */
import { answeredStatuses, type Finding } from "../answer/finding.js";
import type { Catalog, House, Runbook } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { LogReport } from "../log/log-report.js";
import type { Block, CardBody } from "./card.js";
import { fitsPath } from "./fits-path.js";

/** The card unchanged where there are no house rules, or none about what was found. */
export function markHouse(catalog: Catalog, finding: Finding, card: CardBody): CardBody {
  const { house } = catalog;
  if (!house) return card;
  const kicker = isOwn(house, finding)
    ? [card.kicker, `${house.name}'s own rule`].filter(Boolean).join(" · ")
    : card.kicker;
  return { ...card, kicker, blocks: [...card.blocks, ...runbooks(house, finding)] };
}

function isOwn({ entries }: House, finding: Finding): boolean {
  switch (finding.kind) {
    case "status":
      return entries.has(finding.status);
    case "comparison":
      return finding.written !== undefined && entries.has(finding.written);
    case "recommendation":
      return entries.has(finding.situation);
    case "guide":
      return entries.has(finding.guide);
    case "wizard":
      return entries.has(finding.step);
    case "class":
      return finding.classes.some((statusClass) => entries.has(statusClass));
    case "method":
      return finding.methods.some((method) => entries.has(method));
    case "subcode":
      return entries.has(finding.subcode);
    case "homonyms":
    case "list":
    case "mismatch":
    case "unassigned":
    case "log":
    case "help":
    case "nothing":
      return false;
  }
}

/** For what the card answers with; a list of a whole class needs none. */
function runbooks(house: House, finding: Finding): readonly Block[] {
  if (finding.kind === "class" || finding.kind === "method") return [];
  const facts = house.runbooks
    .filter((runbook) => (finding.kind === "log" ? isForLog(runbook, finding.report) : isForAnswer(runbook, finding)))
    .slice(0, RUNBOOKS_MAX)
    .map(({ label, url }) => ({ label: "Runbook", content: [{ kind: "link", text: label, url } as const] }));
  return facts.length > 0 ? [{ kind: "facts", facts }] : [];
}

const RUNBOOKS_MAX = 5;

/** One that is about a path as well is not about the status wherever it turns up. */
function isForAnswer({ status, path }: Runbook, finding: Finding): boolean {
  return path === undefined && answeredStatuses(finding).some((answered) => statusKey(answered) === status);
}

/** Something failed with this status, at this path. */
function isForLog({ status, path }: Runbook, { statuses }: LogReport): boolean {
  return statuses
    .filter(({ code, key }) => code >= 400 && (status === undefined || status === key))
    .some(({ places }) => path === undefined || places.some((place) => fitsPath(path, place.path)));
}
