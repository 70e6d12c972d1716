import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Method } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import { ACTIONS_MAX, type Action, type Block, type CardBody } from "./card.js";
import { codeAction } from "./choices.js";
import { plain, prose } from "./prose.js";
import { enumerate, statusTitle } from "./wording.js";

/** More columns than this fit no screen. */
const TABLE_MAX_METHODS = 5;

/** One request method, or several side by side. */
export function methodCard(catalog: Catalog, { methods }: Extract<Finding, { kind: "method" }>): CardBody {
  const [method] = methods;
  if (method && methods.length === 1) return oneMethod(catalog, method);
  const names = methods.map((entry) => entry.method);
  const summary = prose(
    `${enumerate(names)} side by side. Safe: asks for no change. Idempotent: twice has the effect of once.`,
  );
  return {
    title: names.join(" vs "),
    kicker: "request methods",
    tone: "neutral",
    summary,
    oneLine: plain(summary),
    blocks: [
      { kind: "facts", facts: methods.map((entry) => ({ label: entry.method, content: prose(entry.summary) })) },
      ...(methods.length > TABLE_MAX_METHODS
        ? []
        : [{ kind: "table", columns: names, rows: compareRows(methods) } as const]),
    ],
    actions: methods.slice(0, ACTIONS_MAX).map(methodAction),
    sources: methods.flatMap((entry) => entry.sources.slice(0, 1)).slice(0, 4),
  };
}

function oneMethod(catalog: Catalog, method: Method): CardBody {
  return {
    title: method.method,
    kicker: "request method",
    tone: "neutral",
    summary: prose(method.summary),
    oneLine: `${method.method}: ${method.oneLine.replaceAll("`", "")}`,
    blocks: methodBlocks(catalog, method),
    actions: methodActions(catalog, method),
    sources: method.sources,
  };
}

function methodBlocks(catalog: Catalog, method: Method): readonly Block[] {
  const usual = method.usual.map(({ status, when }) => {
    const entry = catalog.status(status);
    return prose(`${entry ? statusTitle(catalog, entry) : status}: ${when}`);
  });
  return [
    {
      kind: "facts",
      facts: [
        { label: "Safe", content: prose(method.safe ? "yes: the client asks for no change" : "no") },
        {
          label: "Idempotent",
          content: prose(method.idempotent ? "yes: repeated, it has the same intended effect" : "no"),
        },
        { label: "Caching", content: prose(method.caching) },
        { label: "Content", content: prose(`Request: ${method.requestContent} Response: ${method.responseContent}`) },
        ...(method.watchOut ? [{ label: "Watch out", content: prose(method.watchOut) }] : []),
      ],
    },
    { kind: "list", title: "Usual answers", ordered: false, items: usual },
  ];
}

function methodActions(catalog: Catalog, method: Method): readonly Action[] {
  const related = method.related.flatMap((name) => catalog.method(name) ?? []).slice(0, 2);
  const compare = related.length > 0 ? [{ kind: "methods" as const, methods: [method, ...related] }] : [];
  const statuses = method.usual.flatMap(({ status }) => catalog.status(status) ?? []).slice(0, 3);
  return [
    ...compare.map((question) => ({ label: formatQuestion(question), ask: formatQuestion(question) })),
    ...statuses.map(codeAction),
  ];
}

function methodAction(method: Method): Action {
  return { label: method.method, ask: formatQuestion({ kind: "methods", methods: [method] }) };
}

function compareRows(methods: readonly Method[]) {
  const yes = (value: boolean) => (value ? "yes" : "no");
  return [
    { label: "Safe", cells: methods.map((entry) => yes(entry.safe)) },
    { label: "Idempotent", cells: methods.map((entry) => yes(entry.idempotent)) },
    { label: "Cacheable", cells: methods.map((entry) => entry.cacheable) },
    {
      label: "Usual success",
      cells: methods.map((entry) =>
        entry.usual
          .slice(0, 3)
          .map(({ status }) => status)
          .join(", "),
      ),
    },
  ];
}
