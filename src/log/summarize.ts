/** What all lines together say. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { CountedStatus } from "./failed-statuses.js";
import type { CauseFinder } from "./find-causes.js";
import type { SecretFinder } from "./find-secrets.js";
import type { HopTracker } from "./hops.js";
import type { FormatCount, LogReport, LogStatus, Timeline } from "./log-report.js";
import { describeMoment, type MomentReader } from "./moments.js";
import type { RecoveryTracker } from "./recovery.js";
import type { Tally, TallySummary } from "./tally.js";

export interface Taken {
  readonly lines: number;
  readonly longLines: number;
  readonly readAs: readonly FormatCount[];
  readonly tally: Tally;
  readonly recovery: RecoveryTracker;
  readonly causes: CauseFinder;
  readonly secrets: SecretFinder;
  readonly hops: HopTracker;
  readonly moments: MomentReader;
  /** Owners of codes whose marks the log holds. */
  readonly owners: ReadonlySet<string>;
}

/** What rules call a request without a status. */
const UNANSWERED = 0;

export function summarize(catalog: Catalog, taken: Taken): LogReport {
  const { statuses, timeline, ...counted } = taken.tally.summarize();
  const { before, after, order } = taken.recovery.found(counted, taken.moments.first(), taken.moments.last());
  const failures = [counted.firstFailure, counted.lastFailure];
  const [firstFailure, lastFailure] = order === "backward" ? failures.reverse() : failures;
  const failed = new Map(statuses.map(({ code, incidents }) => [code, incidents]));
  if (taken.tally.unanswered > 0) failed.set(UNANSWERED, new Map());
  const shown = order === "forward" ? timelineOf(taken, timeline) : undefined;
  return {
    lines: taken.lines,
    complete: true,
    longLines: taken.longLines,
    readAs: taken.readAs.filter(({ lines }) => lines > 0).sort((a, b) => b.lines - a.lines),
    responses: taken.tally.responses,
    failures: taken.tally.failures,
    unanswered: taken.tally.unanswered,
    statuses: statuses.map((status) => withKey(catalog, status, taken.owners)),
    before,
    after,
    ...(firstFailure && { firstFailure: describeMoment(firstFailure) }),
    ...(lastFailure && { lastFailure: describeMoment(lastFailure) }),
    ...(shown && { timeline: shown }),
    causes: taken.causes.finish(failed.size > 0 ? failed : undefined),
    hops: taken.hops.found(),
    secrets: taken.secrets.found(),
  };
}

/** The registered entry where there is one; else the owner's whose log it is, or whose marks are in it. */
function withKey(
  catalog: Catalog,
  { owner, first, last, incidents: _, ...counted }: CountedStatus,
  owners: ReadonlySet<string>,
): LogStatus {
  const entries = catalog.statusesOf(counted.code);
  const status = { ...counted, first: describeMoment(first), last: describeMoment(last) };
  const entry =
    entries.find((candidate) => candidate.owner === "iana") ??
    entries.find((candidate) => candidate.owner === owner) ??
    entries.find((candidate) => owners.has(candidate.owner)) ??
    (entries.length === 1 ? entries[0] : undefined);
  return entry ? { ...status, key: statusKey(entry) } : status;
}

const TIMELINE_LINES_MIN = 20;
const TIMELINE_SPAN_MIN_MS = 60_000;

/** Failures over time are worth showing in a log of some length. */
function timelineOf({ lines, moments, tally }: Taken, timeline: TallySummary["timeline"]): Timeline | undefined {
  const [first, last] = [moments.first(), moments.last()];
  if (lines < TIMELINE_LINES_MIN || tally.failures === 0 || !first?.hasTime || !last?.hasTime) return undefined;
  if (last.at - first.at < TIMELINE_SPAN_MIN_MS) return undefined;
  const [from = "", to = ""] = [describeMoment(first).clock, describeMoment(last).clock];
  return { ...timeline(first.at, last.at), from, to };
}
