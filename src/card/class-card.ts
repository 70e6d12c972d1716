import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { StatusClass } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import { type CardBody, CHOICES_MAX } from "./card.js";
import { statusChoices } from "./choices.js";
import { prose } from "./prose.js";
import { enumerate } from "./wording.js";

type ClassFinding = Extract<Finding, { kind: "class" }>;

/** One class with its members to pick from, or several in a line each. */
export function classCard(catalog: Catalog, finding: ClassFinding): CardBody {
  const [first] = finding.classes;
  return first && finding.classes.length === 1 ? oneClass(catalog, first, finding) : severalClasses(finding);
}

/** What its codes have in common, what to do with an unknown one, and its members. */
function oneClass(catalog: Catalog, statusClass: StatusClass, { statuses }: ClassFinding): CardBody {
  const { id, name, plural } = statusClass;
  return {
    title: `${id} ${name}`,
    kicker: "class of status codes",
    tone: id,
    summary: prose(statusClass.summary),
    oneLine: `${id}, ${plural}: ${statusClass.summary.replaceAll("`", "")}`,
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: "Meaning", content: prose(statusClass.meaning) },
          { label: "Who acts", content: prose(statusClass.whoActs) },
          { label: "Not known", content: prose(statusClass.unknown) },
        ],
      },
      ...statusChoices(catalog, statuses, `The ${statuses.length} registered ones`, CHOICES_MAX),
    ],
    actions: [],
    sources: statusClass.sources,
  };
}

function severalClasses({ classes }: ClassFinding): CardBody {
  const title = classes.map(({ id }) => id).join(" vs ");
  const summary = `${enumerate(classes.map(({ id, plural }) => `${id}: ${plural}`))}. The first digit says who has to act.`;
  return {
    title,
    kicker: "classes",
    tone: classes[0]?.id ?? "neutral",
    summary: prose(summary),
    oneLine: `${title}. ${summary}`,
    blocks: [
      {
        kind: "facts",
        facts: classes.flatMap(({ id, summary: line, whoActs }) => [
          { label: id, content: prose(line) },
          { label: `${id}: who acts`, content: prose(whoActs) },
        ]),
      },
    ],
    actions: classes.map(({ id }) => ({ label: id, ask: formatQuestion({ kind: "class", ids: [id] }) })),
    sources: classes.flatMap(({ sources }) => sources.slice(0, 1)).slice(0, 4),
  };
}
