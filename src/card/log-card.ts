import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { LogReport } from "../log/log-report.js";
import { ACTIONS_MAX, type CardBody, type Fact } from "./card.js";
import { prose } from "./prose.js";
import { enumerate, statusTitle } from "./wording.js";

const CODES_MAX = 5;

/** A pasted log in words: how much failed, with what, and what to do about it. */
export function logCard(catalog: Catalog, { report }: Extract<Finding, { kind: "log" }>): CardBody {
  const shown = (report.failures > 0 ? report.statuses.filter(({ code }) => code >= 400) : report.statuses).slice(
    0,
    CODES_MAX,
  );
  const summary = headline(report, shown);
  return {
    title: "What the log says",
    kicker: "",
    tone: shown[0] && shown[0].code >= 500 ? "5xx" : shown[0] && shown[0].code >= 400 ? "4xx" : "neutral",
    summary: prose(summary),
    oneLine: summary,
    blocks: [
      { kind: "facts", facts: shown.map((seen): Fact => explain(catalog, seen.code, seen.count)) },
      ...(report.complete ? [] : [{ kind: "paragraph" as const, content: prose(readInPart(report)) }]),
    ],
    actions: actions(catalog, shown),
    sources: shown.flatMap(({ code }) => catalog.statusesOf(code)[0]?.sources.slice(0, 1) ?? []).slice(0, 3),
  };
}

function headline({ failures, responses: total, lines }: LogReport, shown: LogReport["statuses"]): string {
  const counts = shown.map(({ code, count }) => `${count}× ${code}`).join(", ");
  if (failures === 0) return `No failure in ${plural(lines, "line")}: ${counts}.`;
  if (total === 1) return `One response failed: ${shown[0]?.code}.`;
  return `${failures} of ${total} responses failed: ${counts}.`;
}

function readInPart({ lines }: LogReport): string {
  return `Read: the first ${lines} lines; what comes after them was not read.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function explain(catalog: Catalog, code: number, count: number): Fact {
  const statuses = catalog.statusesOf(code);
  const label = `${count}× ${statuses[0] ? statusTitle(catalog, statuses[0]) : code}`;
  if (!statuses[0]) return { label, content: prose("Not a known code: treat it like the first code of its class.") };
  if (statuses[0].owner === "iana" || statuses.length === 1)
    return { label, content: prose(`${statuses[0].summary} ${statuses[0].gotIt}`) };
  const owners = statuses.map((status) => catalog.owner(status.owner).name);
  return {
    label: `${count}× ${code}`,
    content: prose(`Not a standard code: ${enumerate(owners, "or")} may have sent it.`),
  };
}

function actions(catalog: Catalog, shown: LogReport["statuses"]) {
  return shown
    .filter(({ code }) => catalog.statusesOf(code).length > 0)
    .map(({ code }) =>
      catalog.statusesOf(code).length === 1 || catalog.statusesOf(code)[0]?.owner === "iana"
        ? { label: `Fix ${code}`, ask: `fix ${code}` }
        : { label: String(code), ask: String(code) },
    )
    .slice(0, ACTIONS_MAX);
}
