import type { Catalog } from "../catalog/catalog.js";
import type { LogReport } from "../log/log-report.js";
import type { CardBody, Fact } from "./card.js";
import { logActions } from "./log-actions.js";
import { CODES_MAX, countFailures, nounOf } from "./log-headline.js";
import { allOf, formatCount, plural } from "./log-numbers.js";
import { describeReading } from "./log-reading.js";
import { countHops, hopBlocks } from "./log-redirects.js";
import { oneStatusCard } from "./log-status-card.js";
import { prose } from "./prose.js";
import { statusTitle } from "./wording.js";

/** A log in which nothing failed: one calm line, and what the rarer codes mean. */
export function calmCard(catalog: Catalog, report: LogReport): CardBody {
  const alone = oneStatusCard(catalog, report);
  if (alone) return alone;
  const shown = report.statuses.slice(0, CODES_MAX);
  const rare = shown.filter(({ code }) => code !== 200);
  const counts = shown.map(({ code, count }) => `${formatCount(count)}× ${code}`).join(", ");
  const title = `${headline(catalog, report)}.`;
  const facts = rare.flatMap(({ key }) => explain(catalog, key));
  return {
    title,
    kicker: "",
    tone: "neutral",
    summary: prose(counts === "" ? withoutStatus(report) : `${counts}.`),
    oneLine: counts === "" ? title : `${title.slice(0, -1)}: ${counts}.`,
    blocks: [
      ...(facts.length > 0 && report.hops.length === 0 ? [{ kind: "facts", facts } as const] : []),
      ...hopBlocks(report),
      { kind: "paragraph", content: prose(describeReading(catalog, report)) },
    ],
    actions: logActions(catalog, rare),
    sources: rare.flatMap(({ key }) => (key ? (catalog.status(key)?.sources.slice(0, 1) ?? []) : [])).slice(0, 2),
  };
}

/** What a log means that tells of no status. */
function withoutStatus({ unanswered }: LogReport): string {
  return unanswered > 0
    ? "The caller went away or the connection broke before there was one."
    : "Nor is it an error whose cause is known here. The access log beside it has the statuses.";
}

function headline(catalog: Catalog, report: LogReport): string {
  const { responses, statuses, unanswered } = report;
  if (unanswered > 0) return countFailures(catalog, report);
  if (responses === 0) return "No line of this log tells of a status";
  const hops = countHops(report);
  if (hops !== "") return hops;
  const noun = nounOf(catalog, report);
  if (statuses.every(({ code }) => code >= 200 && code <= 299)) return `${allOf(responses, noun)} succeeded`;
  return `None of ${plural(responses, noun)} failed`;
}

function explain(catalog: Catalog, key: string | undefined): readonly Fact[] {
  const status = key === undefined ? undefined : catalog.status(key);
  return status ? [{ label: statusTitle(catalog, status), content: prose(status.oneLine) }] : [];
}
