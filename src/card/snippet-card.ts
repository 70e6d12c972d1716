/** A status in code: how a framework sends it or a client handles it; or the frameworks to choose from. */
import type { Finding } from "../answer/finding.js";
import { isForRepeating } from "../answer/is-for-repeating.js";
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Source, Status } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import type { Block, CardBody } from "./card.js";
import { frameworkChoices } from "./framework-choices.js";
import { plain, prose } from "./prose.js";
import { snippetBlocks } from "./snippet-blocks.js";
import { snippetSummary } from "./snippet-summary.js";
import { statusActions } from "./status-actions.js";
import { statusKicker, statusTitle } from "./wording.js";

type CodeFinding = Extract<Finding, { kind: "status"; view: "code" }>;

export function snippetCard(catalog: Catalog, finding: CodeFinding): CardBody {
  const { status, code } = finding;
  const title = `${statusTitle(catalog, status)} in ${code.kind === "snippets" ? code.framework.name : "code"}`;
  const summary = prose(summarize(catalog, finding));
  return {
    title,
    kicker: statusKicker(catalog, status),
    tone: status.statusClass ?? "neutral",
    summary,
    oneLine: `${title}: ${plain(summary)}`,
    blocks: compose(finding),
    actions: statusActions(catalog, finding),
    sources: sources(finding),
  };
}

function summarize(catalog: Catalog, { status, code }: CodeFinding): string {
  switch (code.kind) {
    case "snippets":
      return code.snippets.map((snippet) => snippetSummary(status, snippet)).join(" ");
    case "choice":
      return code.frameworks.length > 0 ? "How to send it, and how to handle it." : whyNone(catalog, status);
  }
}

/** Why no framework has code: the catalog says it of the status, or only its owner sends it and nobody receives it. */
function whyNone(catalog: Catalog, status: Status): string {
  const response = catalog.response(statusKey(status));
  return response && "why" in response ? response.why : status.sendingIt;
}

function compose({ status, code }: CodeFinding): readonly Block[] {
  switch (code.kind) {
    case "snippets":
      return code.snippets.flatMap((snippet) => snippetBlocks(status, snippet));
    case "choice":
      return frameworkChoices(
        code.frameworks,
        (framework) => formatQuestion({ kind: "status", status, view: "code", framework }),
        isForRepeating(status),
      );
  }
}

function sources({ status, code }: CodeFinding): readonly Source[] {
  const first = status.sources.slice(0, 1);
  return code.kind === "snippets" ? [code.framework.source, ...first] : first;
}
