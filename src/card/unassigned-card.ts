import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { CardBody } from "./card.js";
import { statusAction } from "./choices.js";
import { prose } from "./prose.js";
import { IANA_REGISTRY, UNKNOWN_CODE_RULE } from "./registry-sources.js";
import { classKicker, enumerate } from "./wording.js";

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
    kicker: statusClass ? `would be ${classKicker(statusClass, "article")}` : "",
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
    sources: [IANA_REGISTRY, UNKNOWN_CODE_RULE],
  };
}
