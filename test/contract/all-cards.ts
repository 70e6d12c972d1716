/** Every card that can be reached: from all entries, by all buttons, in both lengths. */

import type { Finding } from "../../src/answer/finding.js";
import { createUnderstand } from "../../src/answer/understand.js";
import type { Card } from "../../src/card/card.js";
import { composeCard } from "../../src/card/compose-card.js";
import { composeAside, showAside } from "../../src/card/log-secrets.js";
import { statusKey } from "../../src/catalog/status-key.js";
import type { LogCause, LogReport } from "../../src/log/log-report.js";
import { nameKey } from "../../src/question/normalize.js";
import { catalog } from "../catalog.js";
import { WORST_LOG } from "../fixtures/worst-log.js";

const understand = createUnderstand(catalog);

const UNUSUAL = [
  "",
  "299",
  "99999",
  "-1",
  "503 bad gateway",
  "whats for lunch",
  "recieved nothing",
  "400 401 403 404 405 409",
];
const LOG = [
  '203.0.113.7 - - [21/Nov/2026:03:13:58 +0000] "POST /v1/checkout HTTP/1.1" 201 412 "-" "okhttp/4.12.0"',
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"',
  '203.0.113.31 - - [21/Nov/2026:03:14:24 +0000] "GET /v1/cart/7730 HTTP/1.1" 499 0 "-" "okhttp/4.12.0"',
  '203.0.113.31 - - [21/Nov/2026:03:14:31 +0000] "GET /v1/cart/7730 HTTP/1.1" 503 404 "-" "okhttp/4.12.0"',
].join("\n");

const SOME_CAUSE = {
  count: 1,
  accountsFor: 1,
  first: { line: 1, clock: "03:14:07" },
  last: { line: 9, clock: "03:14:16" },
  captures: { upstream: ["10.0.3.12:8080"], wait: ["120"], limit: ["3.00"], scheme: ["Basic"], methods: ["GET, HEAD"] },
} as const;

export interface ReachableCard {
  readonly ask: string;
  readonly card: Card;
}

const reachable: readonly ReachableCard[] = collect([
  ...catalog.statuses.map((status) => statusKey(status).replaceAll("-", " ")),
  ...catalog.classes.map((entry) => entry.id),
  ...catalog.comparisons.map((entry) => entry.of.map((key) => key.replaceAll("-", " ")).join(" vs ")),
  ...catalog.situations.map(({ title }) => nameKey(title)),
  ...catalog.guides.map(({ title }) => nameKey(title)),
  ...catalog.methods.map(({ method }) => method),
  "put vs post vs patch",
  "4xx vs 5xx",
  "which code",
  ...catalog.subcodes.map(({ owner, code }) => `${owner} ${code}`),
  ...UNUSUAL,
  LOG,
]);

/** Every cause that a log can show, and the report that says as much as a report can, as their author alone sees them. */
const logCards: readonly Card[] = [
  ...catalog.logs.rules.map(({ id }) => reportOf([{ ...SOME_CAUSE, kind: "rule", rule: id }])),
  ...catalog.subcodes.map(({ owner, code }) => reportOf([{ ...SOME_CAUSE, kind: "subcode", owner, code }])),
  WORST_LOG,
].flatMap((report) => {
  const finding: Finding = { kind: "log", report, statuses: [] };
  const card = composeCard(catalog, finding);
  const aside = composeAside(catalog, finding);
  return aside ? [card, showAside(card, aside.forOne), showAside(card, aside.forAll)] : [card];
});

/** The cards of logs have no question that gets them again. */
export const allCards: readonly ReachableCard[] = [...reachable, ...logCards.map((card) => ({ ask: "", card }))];

function reportOf(causes: readonly LogCause[]): LogReport {
  return { ...WORST_LOG, causes, complete: true, hops: [], secrets: [] };
}

/** Follows every button, so that what a card offers is in the result too. */
function collect(start: readonly string[]): ReachableCard[] {
  const seen = new Set(start);
  const found: ReachableCard[] = [];
  for (const ask of seen) {
    const { finding } = understand(ask);
    const cards = [composeCard(catalog, finding), composeCard(catalog, finding, "brief")];
    found.push(...cards.map((card) => ({ ask, card })));
    for (const action of cards.flatMap(offered)) seen.add(action.ask);
  }
  return found;
}

export function offered(card: Card) {
  return [...card.actions, ...card.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []))];
}
