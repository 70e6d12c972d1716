import { describe, expect, it } from "vitest";
import { numberedActions, renderTerminal, TERMINAL_WIDTH_MIN } from "../../../adapters/terminal/render-terminal.js";
import { adapterContract } from "../../contract/adapter-contract.js";
import { allCards } from "../../contract/all-cards.js";

const WIDTHS = [TERMINAL_WIDTH_MIN, 80, 100];

adapterContract({
  name: "The terminal",
  render: ({ card }) =>
    WIDTHS.map((width) => {
      const text = renderTerminal(card, { width, color: false });
      const code = new Set(
        card.blocks.flatMap((block) =>
          block.kind === "code" ? block.text.split("\n").map((line) => line.trim()) : [],
        ),
      );
      const tooLong = text.split("\n").filter((line) => [...line].length > width && !code.has(line.trim()));
      return {
        surface: `${width} columns`,
        visible: text,
        asks: numberedActions(card).map((action) => action.ask),
        violations: tooLong.map((line) => `longer than ${width}: ${line}`),
        live: text.match(/\u001b.{0,20}/g) ?? [],
      };
    }),
});

describe("renderTerminal", () => {
  it("says the same in color, once the colors are taken out", () => {
    for (const { card } of allCards) {
      const colored = renderTerminal(card, { width: 80, color: true });
      expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(renderTerminal(card, { width: 80, color: false }));
    }
  });
});
