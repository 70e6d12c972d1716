import { answeredStatuses, type Finding } from "../answer/finding.js";
import { statusKey } from "../catalog/status-key.js";
import type { LogCause, LogReport } from "../log/log-report.js";

/** The same finding again is no news: of a question its statuses, of a log its codes, the cause and the place. */
export function fingerprint(finding: Finding): string {
  const parts = finding.kind === "log" ? logParts(finding.report) : answeredStatuses(finding).map(statusKey).sort();
  return [finding.kind, ...parts].join(" ");
}

/** How often it failed and when does not count: a second paste of the same trouble is the same trouble. */
function logParts({ statuses, causes }: LogReport): string[] {
  const failed = statuses.filter(({ code }) => code >= 400);
  const place = failed[0]?.places[0];
  const codes = failed.map(({ code, key = "" }) => `${code}/${key}`).sort();
  return [...codes, ...causeParts(causes), place ? `${place.method} ${place.path}` : ""];
}

function causeParts([cause]: readonly LogCause[]): string[] {
  if (!cause) return [];
  const what = cause.kind === "rule" ? cause.rule : `${cause.owner} ${cause.code}`;
  return [what, ...[...(cause.captures["upstream"] ?? [])].sort()];
}
