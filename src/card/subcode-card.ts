import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Block, CardBody } from "./card.js";
import { statusAction } from "./choices.js";
import { prose } from "./prose.js";

/** A code that is no HTTP status but travels with one: IIS's 403.14, Cloudflare's error 1020. */
export function subcodeCard(catalog: Catalog, { subcode, statuses }: Extract<Finding, { kind: "subcode" }>): CardBody {
  const owner = catalog.owner(subcode.owner).name;
  const checks: readonly Block[] =
    subcode.check.length > 0 ? [{ kind: "list", title: "Check", ordered: true, items: subcode.check.map(prose) }] : [];
  return {
    title: `${owner} ${subcode.code}: ${subcode.name}`,
    kicker: "not an HTTP status itself",
    tone: statuses[0]?.statusClass ?? "neutral",
    summary: prose(subcode.summary),
    oneLine: `${owner} ${subcode.code}: ${subcode.oneLine.replaceAll("`", "")}`,
    blocks: checks,
    actions: statuses.map((status) => statusAction(catalog, status)),
    sources: subcode.sources,
  };
}
