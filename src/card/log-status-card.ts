import type { Catalog } from "../catalog/catalog.js";
import type { LogReport } from "../log/log-report.js";
import type { CardBody, Fact } from "./card.js";
import { describeReading } from "./log-reading.js";
import { prose, verbatim } from "./prose.js";
import { statusCard } from "./status-card.js";

/**
 * One response and nothing else to add: the card that its code gets when it is asked for, and as what the line was read.
 * Undefined where there is more to tell, or where nobody knows whose code it is.
 */
export function oneStatusCard(catalog: Catalog, report: LogReport): CardBody | undefined {
  const [seen] = report.statuses;
  const status = seen?.key === undefined ? undefined : catalog.status(seen.key);
  if (!seen || !status || report.responses !== 1 || report.unanswered > 0 || report.hops.some(({ to }) => to !== ""))
    return undefined;
  const card = statusCard(catalog, { kind: "status", status, view: "card", namesakes: [] });
  const [place] = seen.places;
  const where: readonly Fact[] = place
    ? [
        {
          label: "Here",
          content: verbatim(
            [place.method, place.path, seen.first.clock && `at ${seen.first.clock}`].filter(Boolean).join(" "),
          ),
        },
      ]
    : [];
  return {
    ...card,
    blocks: [
      ...(where.length > 0 ? [{ kind: "facts", facts: where } as const] : []),
      ...card.blocks,
      { kind: "paragraph", content: prose(describeReading(catalog, report)) },
    ],
  };
}
