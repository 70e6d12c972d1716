import { describe, expect, it, test } from "vitest";
import { numberedActions, renderTerminal } from "../../../adapters/terminal/render-terminal.js";
import { TERMINAL_WIDTH_MIN, terminalSurface } from "../../../adapters/terminal/terminal-surface.js";
import type { Block, Prose } from "../../../src/card/card.js";
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

  it("paints what is code and nothing else", () => {
    for (const { card } of allCards) {
      const painted = [
        ...renderTerminal(card, { width: 80, color: true }).matchAll(/\u001b\[36m(.*?)\u001b\[39m/g),
      ].map((match) => match[1] ?? "");
      const code = card.blocks.flatMap((block) => (block.kind === "code" ? block.text.split("\n") : []));
      const spans = [card.summary, ...card.blocks.flatMap(proseOf)].flat().filter((inline) => inline.kind === "code");
      const known = [...code, ...spans.map((inline) => inline.text)].map((text) => text.trim());
      const isTone = (text: string) => card.kicker.includes(text);
      expect(painted.filter((text) => !isTone(text) && !known.some((span) => span.includes(text.trim())))).toEqual([]);
    }
  });
});

describe("terminalSurface", () => {
  test.each([
    [undefined, 80],
    [0, 80],
    [1, TERMINAL_WIDTH_MIN],
    [39, TERMINAL_WIDTH_MIN],
    [90, 90],
    [400, 100],
  ])("shows %j columns on %j", (columns, width) => {
    expect(terminalSurface(columns, false).width).toBe(width);
  });
});

function proseOf(block: Block): readonly Prose[] {
  switch (block.kind) {
    case "paragraph":
      return [block.content];
    case "list":
      return block.items;
    case "facts":
      return block.facts.map((fact) => fact.content);
    case "code":
    case "table":
    case "choices":
      return [];
  }
}
