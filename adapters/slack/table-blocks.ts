/** A comparison side by side: Slack's table where messages take one, else one field a column. */
import type { types } from "@slack/bolt";
import type { Block } from "../../src/card/card.js";
import { escapeMrkdwn, printableLine } from "./escape.js";

type Table = Extract<Block, { readonly kind: "table" }>;

/** Slack refuses empty cells, so the corner above the labels has a word and nothing has a dash. */
const CORNER = "Point";
const NOTHING = "–";

export function table({ columns, rows }: Table): types.TableBlock {
  const grid = [[CORNER, ...columns], ...rows.map(({ label, cells }) => [label, ...cells])];
  return {
    type: "table",
    column_settings: [CORNER, ...columns].map(() => ({ align: "left", is_wrapped: true })),
    rows: grid.map((line) => line.map((text) => ({ type: "raw_text", text: printableLine(text) || NOTHING }))),
  };
}

/** Read column by column: everything about one status stands together. */
export function columnFields({ columns, rows }: Table): types.SectionBlock {
  return {
    type: "section",
    fields: columns.map((column, index) => {
      const lines = rows.map(({ label, cells }) => `_${inline(label)}_ ${inline(cells[index] ?? "") || NOTHING}`);
      return { type: "mrkdwn", text: [`*${inline(column)}*`, ...lines].join("\n"), verbatim: true };
    }),
  };
}

function inline(text: string): string {
  return escapeMrkdwn(printableLine(text));
}
