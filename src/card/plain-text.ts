/** A card as plain text, one idea a line: for scripts, logs of tests and screen readers. No colors, no wrapping. */
import type { Block, Card } from "./card.js";
import { plain } from "./prose.js";

export function plainText(card: Card): string {
  const head = [card.kicker ? `${card.title} · ${card.kicker}` : card.title, plain(card.summary)];
  const buttons = card.actions.map((action) => `[${action.label}]`).join(" ");
  const sources = card.sources.map((source) => source.label).join(" · ");
  return [...head, ...card.blocks.flatMap(blockLines), buttons, sources].filter((line) => line !== "").join("\n");
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return [plain(block.content)];
    case "list":
      return [...(block.title ? [`${block.title}:`] : []), ...block.items.map((item) => `- ${plain(item)}`)];
    case "facts":
      return block.facts.map((fact) => `${fact.label}: ${plain(fact.content)}`);
    case "code":
      return [...(block.title ? [block.title] : []), block.text];
    case "table":
      return block.columns.map((column, index) => {
        return `${column}: ${block.rows.map((row) => `${row.label}: ${row.cells[index] ?? ""}`).join("; ")}`;
      });
    case "choices":
      return [`${block.prompt}:`, ...block.choices.map((choice) => `[${choice.label}]`)];
  }
}
