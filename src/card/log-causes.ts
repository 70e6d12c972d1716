/** What the known causes of a log say, with the addresses and numbers that the log holds. */
import type { Catalog } from "../catalog/catalog.js";
import type { LogRule, Source } from "../catalog/types.js";
import type { LogCause, LogReport } from "../log/log-report.js";
import type { Block, Fact } from "./card.js";
import { formatSeconds, formatSpan } from "./log-numbers.js";
import { prose } from "./prose.js";
import { enumerate } from "./wording.js";

/** A cause in words. Sentences end in a full stop or a question mark, except for `broke` and `likelier`. */
export interface CauseWords {
  /** As in the middle of a sentence: "nginx could not reach the app at 10.0.3.12:8080: connection refused". */
  readonly broke: string;
  /** When, in words: "03:14:07–03:14:16". Empty where the log has no times. */
  readonly span: string;
  readonly likelier: string | undefined;
  readonly whoActs: string;
  readonly check: string;
  readonly prevent: string | undefined;
  readonly halfDone: string | undefined;
  readonly sources: readonly Source[];
  /** The statuses that it explains; empty: whatever failed. */
  readonly codes: readonly number[];
}

/** Undefined for a cause that the catalog does not know any more. */
export function causeWords(catalog: Catalog, cause: LogCause): CauseWords | undefined {
  switch (cause.kind) {
    case "rule": {
      const rule = catalog.logs.rules.find(({ id }) => id === cause.rule);
      return rule && ruleWords(rule, cause);
    }
    case "subcode":
      return subcodeWords(catalog, cause);
  }
}

function ruleWords(rule: LogRule, cause: LogCause): CauseWords {
  const { says } = rule;
  const fill = (text: string | undefined) => (text === undefined ? undefined : fillIn(text, rule, cause));
  return {
    broke: fill(says.broke) ?? says.brokeBare ?? "",
    span: formatSpan(cause.first, cause.last),
    likelier: fill(says.likelier),
    whoActs: fill(says.whoActs) ?? "",
    check: fill(says.check) ?? "",
    prevent: fill(says.prevent),
    halfDone: fill(says.halfDone),
    sources: rule.sources,
    codes: rule.codes,
  };
}

/** Undefined where a capture is missing. */
function fillIn(text: string, { captures }: LogRule, { first, captures: found }: LogCause): string | undefined {
  const when = first.clock ? ` just before ${first.clock}` : "";
  const parts = text.split(/\{([a-z]+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    if (part === "when") return when;
    return showValues(found[part] ?? [], captures[part]?.as);
  });
  return parts.some((part) => part === undefined) ? undefined : parts.join("");
}

function showValues(
  values: readonly string[],
  shape: LogRule["captures"][string]["as"] | undefined,
): string | undefined {
  if (values.length === 0) return undefined;
  if (shape === "seconds") return formatSeconds(Math.max(...values.map(Number)));
  return enumerate(values.length > SHOWN_MAX ? [...values.slice(0, SHOWN_MAX), "others"] : values);
}

/** Values of one capture that are named; of more than that, "and others" is said. */
const SHOWN_MAX = 3;

function subcodeWords(catalog: Catalog, cause: Extract<LogCause, { kind: "subcode" }>): CauseWords | undefined {
  const subcode = catalog.subcode(cause.owner, cause.code);
  if (!subcode) return undefined;
  const owner = catalog.owner(cause.owner).name;
  const { oneLine, check, summary } = subcode;
  return {
    broke: `${owner} ${cause.code}: ${oneLine.split(/\.(?: (?=[A-Z])|$)/, 1)[0]}`,
    span: formatSpan(cause.first, cause.last),
    likelier: undefined,
    whoActs: `Whoever runs the site behind ${owner}. The page or the log names ${cause.code}.`,
    check: check[0] ?? summary,
    prevent: undefined,
    halfDone: undefined,
    sources: subcode.sources,
    codes: subcode.with,
  };
}

/** A sentence: what broke, and when, except where there is one failure; its time stands beside its code. */
export function brokeSentence({ broke, span }: CauseWords, { failures }: Pick<LogReport, "failures">): string {
  const parts = [beginSentence(broke), ...(failures === 1 ? [] : [span])];
  return `${parts.filter(Boolean).join(", ")}.`;
}

/** What to do about the first of them. */
export function adviceOf(causes: readonly CauseWords[], report: LogReport): readonly Fact[] {
  const [cause] = causes;
  const [first] = report.causes;
  if (!cause || !first) return [];
  const isSure = causes.length === 1 && explainsAll(cause, first, report);
  const halfDone = isSure ? cause.halfDone : undefined;
  const advice = [
    ["Who acts", cause.whoActs],
    ["Check", cause.check],
    ["Prevent", cause.prevent],
    ["Half done?", halfDone],
  ] as const;
  return advice.flatMap(([label, text]) => (text === undefined ? [] : [{ label, content: prose(text) }]));
}

/** Causes beside the first one that get a line. */
const OTHERS_MAX = 3;

export function otherCauses([, ...causes]: readonly CauseWords[], report: LogReport): readonly Block[] {
  const shown = causes.slice(0, OTHERS_MAX);
  const rest = causes.length - shown.length;
  if (shown.length === 0) return [];
  const items = shown.map((cause) => prose(brokeSentence(cause, report)));
  const more = rest > 0 ? [prose(`And ${rest} more.`)] : [];
  return [{ kind: "list", title: "Also in these lines", ordered: false, items: [...items, ...more] }];
}

/** Whether a cause accounts for every failure with the statuses that it explains. */
function explainsAll({ codes }: CauseWords, { accountsFor }: LogCause, { statuses }: LogReport): boolean {
  const meant = statuses.filter(({ code }) => code >= 400 && (codes.length === 0 || codes.includes(code)));
  return accountsFor >= meant.reduce((sum, status) => sum + status.count, 0);
}

const LOWER_CASE_NAMES = ["nginx", "npm", "pip", "git", "curl", "kubectl", "gunicorn", "uWSGI", "etcd"];

/** With a capital, unless a name stands first that is written without one. */
function beginSentence(text: string): string {
  const first = text.split(/[\s:']/, 1)[0] ?? "";
  return LOWER_CASE_NAMES.includes(first) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
