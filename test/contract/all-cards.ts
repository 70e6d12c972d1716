/** Every card that can be reached: from all entries, by all buttons, in both lengths. */
import { createUnderstand } from "../../src/answer/understand.js";
import type { Card } from "../../src/card/card.js";
import { composeCard } from "../../src/card/compose-card.js";
import { statusKey } from "../../src/catalog/status-key.js";
import { nameKey } from "../../src/question/normalize.js";
import { catalog } from "../catalog.js";

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

export interface ReachableCard {
  readonly ask: string;
  readonly card: Card;
}

export const allCards: readonly ReachableCard[] = collect([
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
