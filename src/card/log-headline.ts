/** How much of a log failed, and whether it is over, as far as the log shows. */
import type { Catalog } from "../catalog/catalog.js";
import type { LogFormat } from "../catalog/types.js";
import type { LogReport, LogStatus } from "../log/log-report.js";
import { allOf, formatCount, plural } from "./log-numbers.js";
import { statusTitle } from "./wording.js";

/** Statuses that a card explains. */
export const CODES_MAX = 5;
/** In UTF-16 code units: the shortest limit of any platform's heading. */
export const HEADLINE_MAX_CHARS = 150;

/** "5 of 8 requests failed: 4× 502, 1× 499." Without its full stop. */
export function countFailures(catalog: Catalog, report: LogReport): string {
  const { responses, failures, unanswered } = report;
  const failed = failedStatuses(report);
  const noun = nounOf(catalog, report);
  const total = responses + unanswered;
  if (failures === 0) {
    const share = unanswered === total ? "" : ` of ${formatCount(total)}`;
    return total === 1
      ? `One ${noun} ended without a status`
      : `${formatCount(unanswered)}${share} ${noun}s ended without a status`;
  }
  if (total === 1) return `One ${noun} failed: ${nameOf(catalog, failed[0])}`;
  const share = failures === total ? allOf(total, noun) : `${formatCount(failures)} of ${plural(total, noun)}`;
  if (failures === total && failed.length === 1) return `${share} failed with ${failed[0]?.code}`;
  return `${share} failed: ${countCodes(failed)}`;
}

/** "403 Forbidden", "529" */
function nameOf(catalog: Catalog, failed: LogStatus | undefined): string {
  const status = failed?.key === undefined ? undefined : catalog.status(failed.key);
  return status ? statusTitle(catalog, status) : String(failed?.code);
}

/** "4× 502, 1× 499"; one code alone needs no count. */
function countCodes(failed: readonly LogStatus[]): string {
  if (failed.length === 1) return String(failed[0]?.code);
  const shown = failed.slice(0, CODES_MAX).map(({ code, count }) => `${formatCount(count)}× ${code}`);
  const rest = failed.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${plural(rest, "other code")}`] : [])].join(", ");
}

/** The worst and most frequent first. */
export function failedStatuses({ statuses }: LogReport): readonly LogStatus[] {
  return statuses.filter(({ code }) => code >= 400);
}

/** What its responses are called: an access log has a line for each request. */
export function nounOf(catalog: Catalog, report: LogReport): "request" | "response" {
  return hasRole(catalog, report, "access") ? "request" : "response";
}

function hasRole({ logs }: Catalog, { readAs }: LogReport, role: LogFormat["role"]): boolean {
  return readAs.some(({ format }) => logs.formats.find(({ id }) => id === format)?.role === role);
}

/** Whether whoever reads it most likely runs the server: it is an access log, or an app's own with methods and paths. */
export function isServerLog(catalog: Catalog, report: LogReport): boolean {
  if (hasRole(catalog, report, "access")) return true;
  const hasMethods = report.statuses.some(({ places }) => places.some(({ method }) => method !== ""));
  return hasMethods && hasRole(catalog, report, "app");
}

/** A sentence; empty where the log does not show how it ended. */
export function ending(catalog: Catalog, report: LogReport): string {
  const { after, before, complete, failures, responses } = report;
  if (!complete || failures === 0 || failures === responses) return "";
  const noun = nounOf(catalog, report);
  if (after.atFailedPlace) return "At the end of the paste it works again.";
  if (!failedStatuses(report).some(({ code }) => isTrouble(code))) return "";
  if (after.count > 0)
    return after.count === 1 ? `The last ${noun} succeeded.` : `The last ${plural(after.count, noun)} succeeded.`;
  return before.count > 0 ? "The paste ends with failures." : "";
}

/** What passes with time, unlike a wrong request. */
function isTrouble(code: number): boolean {
  return code >= 500 || code === 429 || code === 408 || code === 499;
}
