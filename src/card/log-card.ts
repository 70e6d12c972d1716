/**
 * A pasted log in words, in the order of the questions at three in the morning: is it over, what broke, who acts, what
 * next. Headers, query strings and callers' addresses are not repeated.
 */
import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Source, Status, StatusClass } from "../catalog/types.js";
import type { LogReport, LogStatus } from "../log/log-report.js";
import type { Block, CardBody, Fact, Prose } from "./card.js";
import { logActions } from "./log-actions.js";
import { calmCard } from "./log-calm-card.js";
import { adviceOf, brokeSentence, type CauseWords, causeWords, otherCauses } from "./log-causes.js";
import { causesOnlyCard } from "./log-causes-card.js";
import { CODES_MAX, countFailures, ending, failedStatuses, HEADLINE_MAX_CHARS, isServerLog } from "./log-headline.js";
import { describeReading } from "./log-reading.js";
import { hopBlocks } from "./log-redirects.js";
import { logSources } from "./log-sources.js";
import { oneStatusCard } from "./log-status-card.js";
import { statusFact } from "./log-statuses.js";
import { timelineFacts } from "./log-timeline.js";
import { logTone } from "./log-tone.js";
import { plain, prose } from "./prose.js";
import { statusTitle } from "./wording.js";

/** What the card is made of, once. */
interface Told {
  readonly catalog: Catalog;
  readonly report: LogReport;
  readonly shown: readonly LogStatus[];
  /** The most telling cause first. */
  readonly causes: readonly CauseWords[];
}

export function logCard(catalog: Catalog, { report }: Extract<Finding, { kind: "log" }>): CardBody {
  const causes = report.causes.flatMap((cause) => causeWords(catalog, cause) ?? []);
  if (report.failures === 0 && causes.length === 0) return calmCard(catalog, report);
  if (report.responses + report.unanswered === 0) return causesOnlyCard(catalog, report, causes);
  const alone = causes.length === 0 ? oneStatusCard(catalog, report) : undefined;
  return alone ?? diagnosis({ catalog, report, shown: failedStatuses(report).slice(0, CODES_MAX), causes });
}

function diagnosis(told: Told): CardBody {
  const { catalog, report, shown, causes } = told;
  const counts = countFailures(catalog, report);
  const end = ending(catalog, report);
  const title = [`${counts}.`, end].filter(Boolean).join(" ");
  const fits = title.length <= HEADLINE_MAX_CHARS;
  const broke = whatBroke(told);
  return {
    title: fits ? title : `${counts}.`,
    kicker: "",
    tone: logTone(shown[0]?.code),
    summary: fits || end === "" ? broke : [...prose(`${end} `), ...broke],
    oneLine: oneLine(told, counts, end),
    blocks: [
      { kind: "facts", facts: facts(told) },
      ...otherCauses(causes, report),
      ...hopBlocks(report),
      reading(told),
    ],
    actions: logActions(catalog, shown),
    sources: sources(told),
  };
}

/** The cause with its times and what the order of things makes likelier; without one, what the worst code means. */
function whatBroke({ catalog, report, shown, causes: [cause] }: Told): Prose {
  if (!cause) return prose(`${codeMeaning(catalog, shown[0])}${failedFrom(report)}`);
  const { before, after } = report;
  const happened = brokeSentence(cause, report);
  const isFramed = before.atFailedPlace && after.atFailedPlace && cause.likelier !== undefined;
  return prose(isFramed ? `${happened} It answered before and after: ${cause.likelier}.` : happened);
}

/** When it began and ended, where the log tells and no cause does. */
function failedFrom({ failures, firstFailure, lastFailure }: LogReport): string {
  const [from, to] = [firstFailure?.clock, lastFailure?.clock];
  return failures > 1 && from && to && from !== to ? ` Failures from ${from} to ${to}.` : "";
}

function codeMeaning(catalog: Catalog, worst: LogStatus | undefined): string {
  const status = worst?.key === undefined ? undefined : catalog.status(worst.key);
  if (!status) return "No cause stands in these lines.";
  return `${statusTitle(catalog, status)}: ${status.oneLine}`;
}

/** "5 of 8 requests failed (4× 502, 1× 499): nginx could not reach the app at 10.0.3.12:8080, connection refused. …" */
function oneLine({ catalog, shown, causes: [cause] }: Told, counts: string, end: string): string {
  const [share = "", codes] = counts.split(": ");
  const head = codes ? `${share} (${codes})` : share;
  const broke = cause ? `: ${cause.broke.replaceAll(": ", ", ")}.` : ".";
  const rest = cause || shown.length !== 1 ? "" : codeMeaning(catalog, shown[0]);
  return [`${head}${plain(prose(broke))}`, plain(prose(rest)), end].filter(Boolean).join(" ");
}

function facts(told: Told): readonly Fact[] {
  const { catalog, report, shown, causes } = told;
  const [cause] = causes;
  const isExplained = ({ code }: LogStatus, index: number) =>
    cause ? causes.some(({ codes }) => codes.length === 0 || codes.includes(code)) : index === 0;
  // One response that is explained above, at no place that is known: its code stands in the title.
  const isTold = report.responses === 1 && cause !== undefined && shown[0]?.places.length === 0;
  return [
    ...(isTold ? [] : shown).map((seen, index) =>
      statusFact(catalog, seen, { isExplained: isExplained(seen, index), isAlone: shown.length === 1 }),
    ),
    ...(cause ? adviceOf(causes, report) : adviceByLayer(told)),
    ...unanswered(report),
    ...timelineFacts(report),
  ];
}

/** Without a known cause: what the catalog says about the worst code, for whoever reads this kind of log. */
function adviceByLayer({ catalog, report, shown: [worst] }: Told): readonly Fact[] {
  const status = worst?.key === undefined ? undefined : catalog.status(worst.key);
  if (!status?.statusClass) return [];
  const { asOwner, asCaller } = status;
  const isOwners = isServerLog(catalog, report);
  const check = (isOwners ? [...asOwner, ...asCaller] : [...asCaller, ...asOwner])[0];
  return [
    { label: "Who acts", content: prose(whoActs(catalog.statusClass(status.statusClass), status)) },
    ...(check === undefined ? [] : [{ label: "Check", content: prose(check) }]),
  ];
}

/** What holds of the whole class, or of this one of its members where it differs: a 429 passes with time. */
function whoActs({ id, whoActs: usual }: StatusClass, { facts: { retry, reachesCaller } }: Status): string {
  if (!reachesCaller && retry.when === "as-is") return "Nobody, if there are few. Many: whoever runs the slow app.";
  if (id !== "4xx") return usual;
  return retry.when === "as-is" ? `The caller. ${retry.how}` : (usual.split(/(?<=\.) /, 1)[0] ?? usual);
}

function unanswered({ unanswered: count, failures }: LogReport): readonly Fact[] {
  if (count === 0 || failures === 0) return [];
  return [
    { label: `${count}× no status`, content: prose("ended before there was one: a closed connection or a cancel") },
  ];
}

function reading({ catalog, report }: Told): Block {
  return { kind: "paragraph", content: prose(describeReading(catalog, report)) };
}

function sources({ catalog, shown, causes: [cause] }: Told): readonly Source[] {
  const statuses = shown.flatMap(({ code, key }) => (key ? catalog.status(key) : catalog.statusesOf(code)[0]) ?? []);
  return logSources(cause?.sources ?? [], statuses);
}
