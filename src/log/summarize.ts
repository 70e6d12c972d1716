/** What all lines together say. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { CauseFinder } from "./find-causes.js";
import type { SecretFinder } from "./find-secrets.js";
import type { HopTracker } from "./hops.js";
import type { FormatCount, LogReport, LogStatus, Timeline } from "./log-report.js";
import { describeMoment, type Moment, type MomentReader } from "./moments.js";
import type { CountedStatus, Tally, TallySummary } from "./tally.js";

export interface Taken {
  readonly lines: number;
  readonly readAs: readonly FormatCount[];
  readonly tally: Tally;
  readonly causes: CauseFinder;
  readonly secrets: SecretFinder;
  readonly hops: HopTracker;
  readonly moments: MomentReader;
  /** Owners of codes whose marks the log holds. */
  readonly owners: ReadonlySet<string>;
}

export function summarize(catalog: Catalog, taken: Taken): LogReport {
  const { statuses, before, after, firstFailure, lastFailure, timeline } = taken.tally.summarize();
  const codes = new Set(statuses.map(({ code }) => code));
  const shown = timelineOf(taken, timeline);
  return {
    lines: taken.lines,
    complete: true,
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
    causes: taken.causes.finish(codes),
    hops: taken.hops.found(),
    secrets: taken.secrets.found(),
  };
}

/** The registered entry where there is one; else the owner's whose log it is, or whose marks are in it. */
function withKey(
  catalog: Catalog,
  { owner, first, last, ...counted }: CountedStatus,
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
  const [from, to] = [timeIn(moments.first()), timeIn(moments.last())];
  if (lines < TIMELINE_LINES_MIN || tally.failures === 0 || from === undefined || to === undefined) return undefined;
  return to - from >= TIMELINE_SPAN_MIN_MS ? timeline(from, to) : undefined;
}

function timeIn(moment: Moment | undefined): number | undefined {
  return moment?.hasTime ? moment.at : undefined;
}
