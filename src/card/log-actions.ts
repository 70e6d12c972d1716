/** The buttons of a log's card. The log is gone when they are pressed, so they ask about its codes. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Status } from "../catalog/types.js";
import type { LogStatus } from "../log/log-report.js";
import { formatQuestion } from "../question/format-question.js";
import { ACTIONS_MAX, type Action } from "./card.js";

type CodeOf = Pick<LogStatus, "code" | "key">;

/** "Fix 502", "502 vs 504", "What is 499", for the statuses that the card explains. */
export function logActions(catalog: Catalog, shown: readonly CodeOf[]): readonly Action[] {
  const [first, ...others] = shown.map((seen) => questionAbout(catalog, seen));
  const statuses = shown.flatMap(({ key }) => (key === undefined ? [] : (catalog.status(key) ?? [])));
  const actions = [...(first ? [first] : []), ...compareAction(catalog, statuses), ...others];
  const unique = new Map(actions.map((action) => [action.ask, action]));
  return [...unique.values()].slice(0, ACTIONS_MAX);
}

function questionAbout(catalog: Catalog, { code, key }: CodeOf): Action {
  const status = key === undefined ? undefined : catalog.status(key);
  if (!status) return { label: `What is ${code}`, ask: String(code) };
  if (canFix(status)) return { label: `Fix ${code}`, ask: formatQuestion({ kind: "status", status, view: "fix" }) };
  return { label: `What is ${code}`, ask: formatQuestion({ kind: "status", status, view: "card" }) };
}

/** What everybody's code means is known to most who read logs; an owner's own code is news to them. */
function canFix({ owner, code, asCaller, asOwner }: Status): boolean {
  return owner === "iana" && code >= 400 && asCaller.length + asOwner.length > 0;
}

/** The written comparison of the first status with others of the log, else with what most people confuse it with. */
function compareAction(catalog: Catalog, [first, ...others]: readonly Status[]): readonly Action[] {
  if (!first) return [];
  const key = statusKey(first);
  const confused = (keys: readonly string[]) => keys.some((other) => first.confusedWith.includes(other));
  const seen = new Set(others.map(statusKey));
  const isOneClass = (of: readonly string[]) =>
    of.every((other) => catalog.status(other)?.statusClass === first.statusClass);
  const score = (of: readonly string[]) =>
    of.filter((other) => seen.has(other)).length * 10 + (isOneClass(of) ? 5 : 0) - of.length;
  const written = catalog.comparisons
    .filter(({ of }) => of.includes(key) && (confused(of) || of.some((other) => seen.has(other))))
    .sort((a, b) => score(b.of) - score(a.of) || place(first, a.of) - place(first, b.of));
  return written.slice(0, 1).map(({ of }) => {
    const statuses = of.flatMap((other) => catalog.status(other) ?? []);
    const label = statuses.map(({ code }) => code).join(" vs ");
    return { label, ask: formatQuestion({ kind: "comparison", statuses, view: "card" }) };
  });
}

/** How often people confuse it with one of these; 0 is most often. */
function place({ confusedWith }: Status, of: readonly string[]): number {
  const index = confusedWith.findIndex((key) => of.includes(key));
  return index < 0 ? confusedWith.length : index;
}
