import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import { formatQuestion } from "../question/format-question.js";
import type { CardBody } from "./card.js";
import { statusAction } from "./choices.js";
import { prose } from "./prose.js";
import { commonKicker, joinSources, statusTitle } from "./wording.js";

/** "503 bad gateway": number and name disagree, so both are told. */
export function mismatchCard(catalog: Catalog, finding: Extract<Finding, { kind: "mismatch" }>): CardBody {
  const { byCode, byPhrase } = finding;
  const both = [byCode, byPhrase];
  const [number, name] = both.map((status) => statusTitle(catalog, status));
  const summary = `The number and the name do not belong together: the number says ${number}, the name says ${name}.`;
  return {
    title: `${byCode.code} or ${byPhrase.code}?`,
    kicker: commonKicker(catalog, both),
    tone: byCode.statusClass ?? "neutral",
    summary: prose(summary),
    oneLine: summary,
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: "By the number", content: prose(`${number}: ${byCode.summary}`) },
          { label: "By the name", content: prose(`${name}: ${byPhrase.summary}`) },
          {
            label: "Which counts",
            content: prose("Software acts on the number. The name is for people, and may be anything."),
          },
        ],
      },
    ],
    actions: [
      {
        label: `${byCode.code} vs ${byPhrase.code}`,
        ask: formatQuestion({ kind: "comparison", statuses: both, view: "card" }),
      },
      ...both.map((status) => statusAction(catalog, status)),
    ],
    sources: joinSources(both),
  };
}
