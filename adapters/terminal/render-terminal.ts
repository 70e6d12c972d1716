/** Renders a reply as text for a terminal. Pure: no stream, no environment. */
import type { Action, Block, Card, Fact, Inline, Prose, TableRow } from "../../src/card/card.js";
import { printable } from "./printable.js";
import { paint, type Style } from "./style.js";
import { charCount, wrap } from "./wrap.js";

export interface TerminalSurface {
  /** In columns. Lines are broken there, except code, which is meant to be copied. */
  readonly width: number;
  readonly color: boolean;
}

/** Narrower cells would be columns of single words. */
const CELL_MIN = 16;
/** Longer labels get a line of their own. */
const LABEL_MAX = 20;

/** The reply as text ending in a newline. Buttons are numbered from 1 in the order of `numberedActions`. */
export function renderTerminal(card: Card, surface: TerminalSurface): string {
  const numbers = new Map(numberedActions(card).map((action, index) => [action, index + 1]));
  const style = paint(surface.color);
  const parts = [
    [...heading(card, surface.width, style), ...wrapProse(card.summary, surface.width, style)],
    ...card.blocks.map((block) => renderBlock(block, surface.width, style, numbers)),
    [...buttons(card.actions, numbers, surface.width, style), ...sources(card, surface.width, style)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** Everything on a card that can be chosen by number, in that order. */
export function numberedActions(card: Card): readonly Action[] {
  return [...card.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : [])), ...card.actions];
}

type Numbers = ReadonlyMap<Action, number>;

function heading(card: Card, width: number, style: Style): string[] {
  const title = printable(card.title);
  const kicker = printable(card.kicker);
  const gap = width - charCount(title) - charCount(kicker);
  if (kicker === "") return wrap(title, width).map(style.bold);
  if (gap < 2) return [...wrap(title, width).map(style.bold), ...wrap(kicker, width).map(style.tone(card.tone))];
  return [`${style.bold(title)}${" ".repeat(gap)}${style.tone(card.tone)(kicker)}`];
}

function renderBlock(block: Block, width: number, style: Style, numbers: Numbers): string[] {
  switch (block.kind) {
    case "paragraph":
      return wrapProse(block.content, width, style);
    case "list":
      return [
        ...titleLines(block.title, width, style),
        ...block.items.flatMap((item, index) => {
          const bullet = block.ordered ? `${index + 1}. ` : "- ";
          return indent(wrapProse(item, width - bullet.length - 2, style), `  ${bullet}`);
        }),
      ];
    case "facts":
      return renderFacts(block.facts, width, style);
    case "code":
      return [
        ...titleLines(block.title, width, style),
        ...block.text.split("\n").map((line) => `  ${style.code(printable(line))}`),
      ];
    case "table":
      return renderTable(block.columns, block.rows, width, style);
    case "choices":
      return [...titleLines(block.prompt, width, style), ...buttons(block.choices, numbers, width, style)];
  }
}

function renderFacts(facts: readonly Fact[], width: number, style: Style): string[] {
  const labels = facts.map((fact) => printable(fact.label));
  const widest = Math.max(...labels.map(charCount));
  return facts.flatMap(({ content }, index) => {
    const label = labels[index] ?? "";
    if (widest > LABEL_MAX)
      return [...titleLines(label, width, style), ...indent(wrapProse(content, width - 2, style), "  ")];
    const lines = wrapProse(content, width - widest - 3, style);
    return indent(lines, `${style.bold(label)}${" ".repeat(widest + 3 - charCount(label))}`, widest + 3);
  });
}

/** Side by side when the cells fit the width, else one group of facts a column. */
function renderTable(columns: readonly string[], rows: readonly TableRow[], width: number, style: Style): string[] {
  const grid = [["", ...columns], ...rows.map((row) => [row.label, ...row.cells])].map((line) => line.map(printable));
  const widths = (grid[0] ?? []).map((_, column) => Math.max(...grid.map((line) => charCount(line[column] ?? ""))));
  const labelWidth = widths[0] ?? 0;
  const cellWidth = Math.floor((width - labelWidth) / columns.length) - 3;
  const longestWord = Math.max(
    ...grid
      .flatMap((line) => line.slice(1))
      .flatMap((cell) => cell.split(" "))
      .map(charCount),
  );
  if (cellWidth < Math.max(CELL_MIN, longestWord)) {
    return columns.flatMap((column, index) => {
      const facts = rows.map((row) => ({
        label: row.label,
        content: [{ kind: "text", text: row.cells[index] ?? "" }] as const,
      }));
      return [...titleLines(column, width, style), ...indent(renderFacts(facts, width - 2, style), "  ")];
    });
  }
  const fitted = widths.map((own, column) => (column === 0 ? own : Math.min(own, cellWidth)));
  return grid.flatMap((line, index) => renderRow(line, fitted, index === 0, style));
}

function renderRow(cells: readonly string[], widths: readonly number[], isHeader: boolean, style: Style): string[] {
  const wrapped = cells.map((cell, column) => wrap(cell, Math.max(1, widths[column] ?? 1)));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    return wrapped
      .map((lines, column) => {
        const text = lines[line] ?? "";
        const padding = " ".repeat(Math.max(0, (widths[column] ?? 0) - charCount(text)));
        return `${isHeader || column === 0 ? style.bold(text) : text}${padding}`;
      })
      .join("   ")
      .trimEnd();
  });
}

function buttons(actions: readonly Action[], numbers: Numbers, width: number, style: Style): string[] {
  if (actions.length === 0) return [];
  // No-break spaces keep a number and its label on one line.
  const labels = actions.map(
    (action) => `[${numbers.get(action)}]\u00a0${printable(action.label).replaceAll(" ", "\u00a0")}`,
  );
  return wrap(labels.join("  "), width).map((line) => style.button(line.trim().replaceAll("\u00a0", " ")));
}

function sources(card: Card, width: number, style: Style): string[] {
  const labels = card.sources.map((source) => printable(source.label)).join(" · ");
  return labels === "" ? [] : wrap(labels, width).map(style.dim);
}

/** Wraps the plain text, then paints the characters that are code: a color never changes where a line breaks. */
function wrapProse(content: Prose, width: number, style: Style): string[] {
  const spans = content.map((inline) => ({ isCode: inline.kind === "code", text: printable(inlineText(inline)) }));
  const lines = wrap(spans.map(({ text }) => text).join(""), width);
  if (!style.colored) return lines;
  const marks = spans.flatMap(({ isCode, text }) => [...text.replaceAll(" ", "")].map(() => isCode));
  let next = 0;
  return lines.map((line) => {
    const isCode = [...line].map((character) => (character === " " ? undefined : marks[next++] === true));
    return paintRuns([...line], isCode, style.code);
  });
}

function inlineText(inline: Inline): string {
  return inline.kind === "link" ? `${inline.text} (${inline.url})` : inline.text;
}

/** Paints runs of code; a space belongs to the run when code stands on both sides. */
function paintRuns(
  characters: readonly string[],
  isCode: readonly (boolean | undefined)[],
  color: (text: string) => string,
): string {
  const inRun = characters.map(
    (_, index) => isCode[index] ?? (isCode[index - 1] === true && isCode[index + 1] === true),
  );
  let painted = "";
  for (let from = 0; from < characters.length; ) {
    let to = from;
    while (to < characters.length && inRun[to] === inRun[from]) to++;
    const run = characters.slice(from, to).join("");
    painted += inRun[from] ? color(run) : run;
    from = to;
  }
  return painted;
}

function titleLines(title: string | undefined, width: number, style: Style): string[] {
  return title ? wrap(printable(title), width).map(style.bold) : [];
}

/** `lead` stands before the first line, as much space before the others. */
function indent(lines: readonly string[], lead: string, width = lead.length): string[] {
  return lines.map((line, index) => `${index === 0 ? lead : " ".repeat(width)}${line}`);
}
