import { canWriteAnywhere } from "../answer/can-write.js";
import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import { COMPARED_IN_CODE } from "../question/question.js";
import { ACTIONS_MAX, type Action, type Block, type CardBody, type Prose } from "./card.js";
import { codeAction } from "./choices.js";
import { plain, prose } from "./prose.js";
import { commonKicker, enumerate, joinSources, statusTitle } from "./wording.js";

type ComparisonFinding = Exclude<Extract<Finding, { kind: "comparison" }>, { view: "code" }>;

/** Several statuses side by side: the rule first, then the table. */
export function comparisonCard(catalog: Catalog, finding: ComparisonFinding): CardBody {
  const { statuses, written } = finding;
  const title = statuses.map((status) => status.code).join(" vs ");
  const summary = summarize(catalog, finding);
  return {
    title,
    kicker: commonKicker(catalog, statuses),
    tone: statuses[0]?.statusClass ?? "neutral",
    summary,
    oneLine: written && written.rules.length <= RULES_IN_A_LINE ? plain(summary) : `${title}: ${plain(summary)}`,
    blocks: finding.view === "examples" ? examples(finding) : body(catalog, finding),
    actions: composeActions(catalog, finding),
    sources: written?.sources ?? joinSources(statuses),
  };
}

/** More rules than this are a list below the question that decides, not a sentence before it. */
const RULES_IN_A_LINE = 2;

/** `401: "who are you?" 403: "I know who you are, and no." Would proving who you are change the answer?` */
function summarize(catalog: Catalog, { statuses, written }: ComparisonFinding): Prose {
  if (!written)
    return prose(`${enumerate(statuses.map((status) => statusTitle(catalog, status)))}: the facts side by side.`);
  if (written.rules.length > RULES_IN_A_LINE) return prose(written.decide);
  const rules = written.rules.map(({ status, rule }) => `${catalog.status(status)?.code}: ${rule}`);
  return prose(`${rules.map(endSentence).join(" ")} ${written.decide}`);
}

function ruleList(catalog: Catalog, written: ComparisonFinding["written"]): readonly Block[] {
  if (!written || written.rules.length <= RULES_IN_A_LINE) return [];
  const facts = written.rules.map(({ status, rule }) => ({
    label: String(catalog.status(status)?.code),
    content: prose(rule),
  }));
  return [{ kind: "facts", facts }];
}

function endSentence(rule: string): string {
  return /[.?!]"?$/.test(rule) ? rule : `${rule}.`;
}

function body(catalog: Catalog, { statuses, axes, written }: ComparisonFinding): readonly Block[] {
  const rows = axes.map(({ label, values }) => ({ label, cells: values }));
  const table: Block = { kind: "table", columns: statuses.map((status) => statusTitle(catalog, status)), rows };
  const school: readonly Block[] = written?.otherSchool
    ? [{ kind: "paragraph", content: prose(written.otherSchool) }]
    : [];
  return [...ruleList(catalog, written), table, ...school];
}

function examples({ written }: ComparisonFinding): readonly Block[] {
  return (written?.examples ?? []).map(
    ({ says, response }): Block => ({ kind: "code", title: says, language: "http", text: response }),
  );
}

function composeActions(catalog: Catalog, { statuses, written, view }: ComparisonFinding): readonly Action[] {
  const compare = (others: readonly Status[], label: string, shown: typeof view): Action => {
    return { label, ask: formatQuestion({ kind: "comparison", statuses: others, view: shown }) };
  };
  const next = (written?.next ?? []).map((keys) => {
    const others = keys.flatMap((key) => catalog.status(key) ?? []);
    return compare(others, others.map((status) => status.code).join(" vs "), "card");
  });
  const other =
    view === "examples"
      ? [compare(statuses, "Side by side", "card")]
      : written && written.examples.length > 0
        ? [compare(statuses, "Examples", "examples")]
        : [];
  const inCode =
    statuses.length <= COMPARED_IN_CODE && statuses.every((status) => canWriteAnywhere(catalog, status))
      ? [{ label: "In code", ask: formatQuestion({ kind: "comparison", statuses, view: "code" }) }]
      : [];
  const each = statuses.map(codeAction);
  const room = ACTIONS_MAX - each.length;
  return [...[...next.slice(0, room > 1 ? 1 : 0), ...other, ...inCode].slice(0, Math.max(0, room)), ...each];
}
