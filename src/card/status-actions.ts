/** The buttons of a status: what it is confused with, its other sides, and who else uses the number. */
import { canWriteAnywhere } from "../answer/can-write.js";
import type { Finding } from "../answer/finding.js";
import { isForRepeating } from "../answer/is-for-repeating.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import type { StatusView } from "../question/question.js";
import { ACTIONS_MAX, type Action } from "./card.js";

type StatusFinding = Extract<Finding, { kind: "status" }>;

/** At most ACTIONS_MAX, the likeliest next question first. */
export function statusActions(catalog: Catalog, finding: StatusFinding): readonly Action[] {
  const { status, view, namesakes } = finding;
  const isSnippet = view === "code" && finding.code.kind === "snippets";
  const views: readonly { view: StatusView; label: string; there: boolean }[] = [
    { view: "card", label: String(status.code), there: true },
    { view: "example", label: "Example", there: status.example !== undefined },
    { view: "fix", label: "Fix it", there: status.asCaller.length + status.asOwner.length > 0 },
    {
      view: "code",
      label: isSnippet ? "Other frameworks" : codeLabel(status),
      there: canWriteAnywhere(catalog, status),
    },
    { view: "facts", label: "Facts", there: true },
  ];
  const others = views
    .filter((other) => (other.view !== view || isSnippet) && other.there)
    .map((other) => ({ label: other.label, ask: formatQuestion({ kind: "status", status, view: other.view }) }));
  const owners = namesakes.map((namesake) => ({
    label: `${catalog.owner(namesake.owner).name} ${namesake.code}`,
    ask: formatQuestion({ kind: "status", status: namesake, view: "card" }),
  }));
  return [...compareAction(catalog, status), ...others, ...owners].slice(0, ACTIONS_MAX);
}

/** Where the answer says how long to wait, most people who ask want to repeat. */
function codeLabel(status: Status): string {
  return isForRepeating(status) ? "Retry in code" : "In code";
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
