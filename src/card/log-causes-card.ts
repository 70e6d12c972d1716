import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { LogReport } from "../log/log-report.js";
import type { CardBody, Fact } from "./card.js";
import { logActions } from "./log-actions.js";
import { adviceOf, brokeSentence, type CauseWords, otherCauses } from "./log-causes.js";
import { HEADLINE_MAX_CHARS } from "./log-headline.js";
import { formatCount } from "./log-numbers.js";
import { describeReading } from "./log-reading.js";
import { logSources } from "./log-sources.js";
import { logTone } from "./log-tone.js";
import { plain, prose } from "./prose.js";
import { enumerate } from "./wording.js";

/** A cause that goes with more codes than this does not tell which one callers got. */
const LIKELY_CODES_MAX = 2;

/** An error log by itself: what broke, although no line tells of a status. */
export function causesOnlyCard(catalog: Catalog, report: LogReport, causes: readonly CauseWords[]): CardBody {
  const [cause] = causes;
  const told = cause ? brokeSentence(cause, report) : "";
  const short = cause ? brokeSentence({ ...cause, span: "" }, report) : "";
  const title = [told, short].find((text) => text.length <= HEADLINE_MAX_CHARS);
  const amount = countLines(report);
  const codes = likelyCodes(cause);
  const callersGot: Fact = {
    label: "Callers got",
    content: prose(`${enumerate(codes.map(String), "or")}, most likely`),
  };
  const facts = [...(codes.length > 0 ? [callersGot] : []), ...adviceOf(causes, report)];
  const statuses = codes.flatMap((code) => catalog.statusesOf(code)[0] ?? []);
  return {
    title: title ?? "The error log names a cause.",
    kicker: "",
    tone: logTone(codes[0]),
    summary: prose(title === undefined ? `${told} ${amount}` : amount),
    oneLine: [plain(prose(told)), ...(codes.length > 0 ? [`Callers got ${plain(callersGot.content)}.`] : [])].join(" "),
    blocks: [
      { kind: "facts", facts },
      ...otherCauses(causes, report),
      { kind: "paragraph", content: prose(describeReading(catalog, report)) },
    ],
    actions: logActions(
      catalog,
      statuses.map((status) => ({ code: status.code, key: statusKey(status) })),
    ),
    sources: logSources(cause?.sources ?? [], statuses),
  };
}

function likelyCodes(cause: CauseWords | undefined): readonly number[] {
  const codes = cause?.codes.filter((code) => code >= 400) ?? [];
  return codes.length <= LIKELY_CODES_MAX ? codes : [];
}

function countLines({ causes: [cause] }: LogReport): string {
  const count = cause?.count ?? 0;
  return count === 1
    ? "One line says so. It holds no status."
    : `${formatCount(count)} lines say so. None holds a status.`;
}
