import { describe, expect, it } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import { createCardMemory } from "../../src/bot/card-memory.js";
import { createBot } from "../../src/bot/create-bot.js";
import { composeCard } from "../../src/card/compose-card.js";
import { catalog } from "../catalog.js";
import { asked } from "../contract/adapter-contract.js";
import { allCards } from "../contract/all-cards.js";

describe("the memory for cards", () => {
  it("never changes an answer, whatever was asked before, and in whatever words", async () => {
    const bot = createBot(catalog);
    const understand = createUnderstand(catalog);
    const asks = [...new Set(allCards.flatMap(({ ask, card }) => [ask, card.ask]))];
    for (const text of [...asks, ...asks].filter((ask) => ask !== "")) {
      expect((await bot.answer(asked(text))).card).toEqual(composeCard(catalog, understand(text).finding));
    }
  });

  it("keeps nothing that a canonical question does not bring back, so no words but the catalog's", async () => {
    const memory = createCardMemory();
    const bot = createBot(catalog);
    const { card } = await bot.answer(asked("the lavender is out of stock"));
    expect(memory.keep(card)).toBe(card);
    expect(memory.get("")).toBeUndefined();
  });

  it("forgets the oldest", () => {
    const memory = createCardMemory();
    const [{ card }] = allCards as [(typeof allCards)[0]];
    for (let count = 0; count <= 500; count += 1) memory.keep({ ...card, ask: String(count) });
    expect(memory.get("0")).toBeUndefined();
    expect(memory.get("500")).toBeDefined();
  });
});
