/** Replies to questions without one certain answer: unknown, contradictory or ambiguous. They say so in the first line. */
import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Source } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import { ACTIONS_MAX, type CardBody, type Inline } from "./card.js";
import { statusAction } from "./choices.js";
import { plain, prose, verbatim } from "./prose.js";
import { classKicker, commonKicker, enumerate, joinSources, statusTitle } from "./wording.js";

const REGISTRY: Source = {
  label: "IANA registry",
  url: "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml",
};
const RULE: Source = { label: "RFC 9110 §15", url: "https://www.rfc-editor.org/rfc/rfc9110#section-15" };

/** One number, several owners. */
export function homonymsCard(catalog: Catalog, finding: Extract<Finding, { kind: "homonyms" }>): CardBody {
  const { statuses, statusClass } = finding;
  const code = statuses[0]?.code ?? 0;
  const owners = statuses.map((status) => catalog.owner(status.owner).name);
  return {
    title: `${code}: not a standard code`,
    kicker: statusClass ? `used as a ${classKicker(statusClass)}` : "outside 100–599",
    tone: statusClass?.id ?? "neutral",
    summary: prose("IANA has not assigned it. Different senders mean different things by it:"),
    oneLine: `${code} is not a standard code. ${enumerate(owners)} each use it in their own way.`,
    blocks: [
      {
        kind: "facts",
        facts: [
          ...statuses.map((status, index) => ({ label: owners[index] ?? "", content: prose(status.summary) })),
          ...(statusClass ? [{ label: "Anybody else", content: prose(statusClass.unknown) }] : []),
        ],
      },
    ],
    actions: statuses.slice(0, ACTIONS_MAX).map((status) => ({
      label: `${catalog.owner(status.owner).name} ${code}`,
      ask: formatQuestion({ kind: "status", status, view: "card" }),
    })),
    sources: [REGISTRY, ...joinSources(statuses)].slice(0, 4),
  };
}

/** "503 bad gateway": number and name disagree, so both are told. */
export function mismatchCard(catalog: Catalog, { byCode, byPhrase }: Extract<Finding, { kind: "mismatch" }>): CardBody {
  const both = [byCode, byPhrase];
  const [number, name] = both.map((status) => statusTitle(catalog, status));
  const summary = `The number and the name do not belong together: ${byCode.code} is ${byCode.phrase}, ${byPhrase.phrase} is ${byPhrase.code}.`;
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
          { label: `By the number: ${number}`, content: prose(byCode.summary) },
          { label: `By the name: ${name}`, content: prose(byPhrase.summary) },
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

/** A number that nobody uses, or that cannot be a status code. */
export function unassignedCard(catalog: Catalog, finding: Extract<Finding, { kind: "unassigned" }>): CardBody {
  const { code, statusClass, nearest } = finding;
  const codes = enumerate(
    nearest.map((status) => String(status.code)),
    "or",
  );
  const what = statusClass
    ? `${code} is not assigned, and no vendor is known to use it.`
    : `${code} cannot be an HTTP status code: those are the numbers from 100 to 599.`;
  const then = statusClass
    ? `If a server sends it anyway, treat it as ${statusClass.id[0]}00, like any unknown ${statusClass.id}, and read the body.`
    : "Software that receives it should treat it as a server error (5xx).";
  return {
    title: statusClass ? `${code}: not a known code` : `${code}: not a status code`,
    kicker: statusClass ? `would be a ${classKicker(statusClass)}` : "",
    tone: "neutral",
    summary: prose(what),
    oneLine: `${what} Nearest: ${codes}.`,
    blocks: [
      { kind: "paragraph", content: prose(then) },
      { kind: "paragraph", content: prose(`Did you mean ${codes}?`) },
    ],
    actions: [
      ...nearest.map((status) => statusAction(catalog, status)),
      ...(statusClass ? [{ label: `All ${statusClass.id}`, ask: statusClass.id }] : []),
    ],
    sources: [REGISTRY, RULE],
  };
}

/** Nothing recognized. The question is repeated, so that its author sees what was read. */
export function nothingCard(catalog: Catalog, { asked, suggestions }: Extract<Finding, { kind: "nothing" }>): CardBody {
  const quoted: readonly Inline[] = [
    ...verbatim("Nothing in the catalog matches “"),
    ...verbatim(asked),
    ...verbatim("”."),
  ];
  const hint = suggestions.length > 0 ? "Did you mean one of these?" : "Try a code, its name, or two codes to compare:";
  const examples = ["404", "too many requests", "401 vs 403", "4xx"].map((ask) => ({
    label: ask,
    ask: canonical(ask),
  }));
  return {
    title: "No match",
    kicker: "",
    tone: "neutral",
    summary: quoted,
    oneLine: `${plain(quoted)} ${hint}`,
    blocks: [{ kind: "paragraph", content: prose(hint) }],
    actions: suggestions.length > 0 ? suggestions.map((status) => statusAction(catalog, status)) : examples,
    sources: [],
  };
}

function canonical(ask: string): string {
  return ask === "too many requests" ? "429" : ask;
}
