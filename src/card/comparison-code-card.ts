/** Two statuses in code, one handler below the other; or the frameworks to choose from. */
import type { Finding } from "../answer/finding.js";
import { isForRepeating } from "../answer/is-for-repeating.js";
import type { Snippet } from "../answer/make-snippet.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import { ACTIONS_MAX, type Action, type Block, type CardBody } from "./card.js";
import { codeAction } from "./choices.js";
import { frameworkChoices } from "./framework-choices.js";
import { plain, prose } from "./prose.js";
import { snippetBlocks } from "./snippet-blocks.js";
import { snippetSummary } from "./snippet-summary.js";
import { commonKicker, joinSources } from "./wording.js";

type CodeFinding = Extract<Finding, { kind: "comparison"; view: "code" }>;

export function comparisonCodeCard(catalog: Catalog, finding: CodeFinding): CardBody {
  const { statuses, code, written } = finding;
  const codes = statuses.map((status) => status.code).join(" vs ");
  const title = `${codes} in ${code.kind === "snippets" ? code.framework.name : "code"}`;
  const summary = prose(written?.decide ?? "Both, one below the other.");
  return {
    title,
    kicker: commonKicker(catalog, statuses),
    tone: statuses[0]?.statusClass ?? "neutral",
    summary,
    oneLine: `${title}: ${plain(summary)}`,
    blocks: compose(finding),
    actions: actions(finding),
    sources: [...(code.kind === "snippets" ? [code.framework.source] : []), ...joinSources(statuses)],
  };
}

function compose({ statuses, code }: CodeFinding): readonly Block[] {
  switch (code.kind) {
    case "snippets":
      return statuses.flatMap((status, index) => describe(status, code.snippets[index], code.snippets[0]));
    case "choice":
      return frameworkChoices(
        code.frameworks,
        (framework) => formatQuestion({ kind: "comparison", statuses, view: "code", framework }),
        statuses.every(isForRepeating),
      );
  }
}

/** What differs from the first snippet in nothing but the number is not shown again. */
function describe(status: Status, snippet: Snippet | undefined, first: Snippet | undefined): readonly Block[] {
  if (!snippet) return [];
  const isRepeated =
    snippet !== first &&
    codeWithoutNumbers(snippet) !== "" &&
    codeWithoutNumbers(snippet) === codeWithoutNumbers(first);
  if (isRepeated) return [{ kind: "paragraph", content: prose(`${status.code}: the same, with its number.`) }];
  const heading = prose(`${status.code}: ${snippetSummary(status, snippet)}`);
  return [{ kind: "paragraph", content: heading }, ...snippetBlocks(status, snippet)];
}

/** A snippet's code without the numbers that may be statuses. Empty when there is none. */
function codeWithoutNumbers(snippet: Snippet | undefined): string {
  return snippet && "code" in snippet ? snippet.code.replace(/\b\d{3}\b/g, "") : "";
}

function actions({ statuses, code }: CodeFinding): readonly Action[] {
  const ask = (view: "card" | "code") => formatQuestion({ kind: "comparison", statuses, view });
  const other = code.kind === "snippets" ? [{ label: "Other frameworks", ask: ask("code") }] : [];
  return [{ label: "Side by side", ask: ask("card") }, ...other, ...statuses.map(codeAction)].slice(0, ACTIONS_MAX);
}
