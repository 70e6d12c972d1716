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
  const { status, namesakes } = finding;
  const owners = namesakes.map((namesake) => ({
    label: `${catalog.owner(namesake.owner).name} ${namesake.code}`,
    ask: formatQuestion({ kind: "status", status: namesake, view: "card" }),
  }));
  return [...compareAction(catalog, status), ...otherViews(catalog, finding), ...owners].slice(0, ACTIONS_MAX);
}

function otherViews(catalog: Catalog, finding: StatusFinding): readonly Action[] {
  const { status, view } = finding;
  const to = (other: Exclude<StatusView, "code">, label: string, isThere = true): readonly Action[] =>
    other !== view && isThere ? [{ label, ask: formatQuestion({ kind: "status", status, view: other }) }] : [];
  return [
    ...to("card", String(status.code)),
    ...to("example", "Example", status.example !== undefined),
    ...to("fix", "Fix it", status.asCaller.length + status.asOwner.length > 0),
    ...codeAction(catalog, finding),
    ...to("facts", "Facts"),
  ];
}

/** To the frameworks; straight to the team's own where it has one, unless most people who ask want to repeat. */
function codeAction(catalog: Catalog, finding: StatusFinding): readonly Action[] {
  const { status } = finding;
  if (!canWriteAnywhere(catalog, status)) return [];
  const ask = (framework?: string) =>
    formatQuestion({ kind: "status", status, view: "code", ...(framework && { framework }) });
  if (finding.view === "code")
    return finding.code.kind === "snippets" ? [{ label: "Other frameworks", ask: ask() }] : [];
  if (isForRepeating(status)) return [{ label: "Retry in code", ask: ask() }];
  const own = catalog.framework(catalog.house?.framework ?? "");
  return [own ? { label: `In ${own.name}`, ask: ask(own.id) } : { label: "In code", ask: ask() }];
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
