/** A comparison that nobody wrote: the facts side by side. Only facts, never a rule. */
import type { Status } from "../catalog/types.js";
import type { Axis } from "./finding.js";

const READ: readonly { readonly label: string; readonly read: (status: Status) => string }[] = [
  { label: "Class", read: (status) => status.statusClass ?? "none" },
  { label: "Sent by", read: (status) => status.facts.sentBy.slice(0, 2).join(", ") },
  { label: "Required fields", read: (status) => fieldNames(status, "required") },
  { label: "Repeat", read: (status) => REPEAT[status.facts.retry.when] },
  { label: "Method", read: (status) => status.facts.redirect?.method ?? "does not apply" },
  { label: "Lasts", read: readPermanence },
  { label: "Cached by default", read: (status) => (status.facts.heuristicallyCacheable ? "yes" : "no") },
  { label: "Content", read: (status) => status.facts.content },
];

const REPEAT: Record<Status["facts"]["retry"]["when"], string> = {
  "as-is": "the same request may work later",
  changed: "only a changed request",
  never: "nothing to repeat",
};

const AXES_MAX = 5;

/** The axes on which the statuses differ; the first two of all when they differ in nothing. */
export function computeAxes(statuses: readonly Status[]): readonly Axis[] {
  const axes = READ.map(({ label, read }) => ({ label, values: statuses.map(read) }));
  const differing = axes.filter((axis) => new Set(axis.values).size > 1);
  return (differing.length > 0 ? differing : axes.slice(0, 2)).slice(0, AXES_MAX);
}

function fieldNames(status: Status, level: "required"): string {
  const names = status.facts.fields.filter((field) => field.level === level).map((field) => field.name);
  return names.length > 0 ? names.slice(0, 2).join(", ") : "none";
}

function readPermanence(status: Status): string {
  const permanent = status.facts.redirect?.permanent;
  if (permanent === undefined || permanent === null) return "does not apply";
  return permanent ? "permanent" : "temporary";
}
