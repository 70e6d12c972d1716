import type { APIEmbed, APIEmbedField } from "discord-api-types/v10";
import type { Block, Card, TableRow, Tone } from "../../src/card/card.js";
import {
  DISCORD_EMBED_DESCRIPTION_MAX_CHARS,
  DISCORD_EMBED_FIELD_NAME_MAX_CHARS,
  DISCORD_EMBED_FIELD_VALUE_MAX_CHARS,
  DISCORD_EMBED_FIELDS_MAX,
  DISCORD_EMBEDS_MAX_CHARS,
} from "./discord-limits.js";
import { codeBlock, escapeText, maskedLink, ZERO_WIDTH_SPACE } from "./escape.js";
import { bold, renderProse } from "./render-prose.js";
import { leftOut, SOURCES } from "./wording.js";

/** The stripe at the left of an embed. The words say the same. */
const COLORS: Record<Tone, number> = {
  "1xx": 0x1abc9c,
  "2xx": 0x2ecc71,
  "3xx": 0x5865f2,
  "4xx": 0xe67e22,
  "5xx": 0xe74c3c,
  neutral: 0x95a5a6,
};

/** What an embed is made of, in reading order. */
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly field: APIEmbedField };

/** What a card says below its summary; nothing where there are only buttons. */
export function renderEmbeds(card: Card): APIEmbed[] {
  const pieces = card.blocks.flatMap(renderBlock);
  if (pieces.length === 0) return [];
  return assemble(keepWithin([...pieces, ...sources(card)]), COLORS[card.tone]);
}

function renderBlock(block: Block): Piece[] {
  switch (block.kind) {
    case "paragraph":
      return [{ kind: "text", text: renderProse(block.content) }];
    case "list":
      return [
        titled(
          block.title,
          block.items.map((item, index) => listItem(renderProse(item), index, block.ordered)),
        ),
      ];
    case "facts":
      return block.facts.map((fact) => field(fact.label, renderProse(fact.content), false));
    case "code":
      return [titled(block.title, [codeBlock(block.language, block.text)])];
    case "table":
      return block.columns.map((column, index) => field(column, renderColumn(block.rows, index), true));
    case "choices":
      return []; // a select menu
  }
}

function listItem(text: string, index: number, ordered: boolean): string {
  return `${ordered ? `${index + 1}.` : "-"} ${text}`;
}

/** Discord has no tables: a column becomes a field, which names the rows itself. */
function renderColumn(rows: readonly TableRow[], column: number): string {
  return rows.map((row) => `${bold(`${row.label}:`)} ${escapeText(row.cells[column] ?? "")}`).join("\n");
}

function sources(card: Card): Piece[] {
  if (card.sources.length === 0) return [];
  return [field(SOURCES, card.sources.map(({ label, url }) => maskedLink(label, url)).join(" · "), false)];
}

function titled(title: string | undefined, lines: readonly string[]): Piece {
  return { kind: "text", text: [...(title ? [bold(title)] : []), ...lines].join("\n") };
}

/** A field where it fits into one, else text: nothing is cut. Discord refuses fields without a name or a value. */
function field(label: string, value: string, inline: boolean): Piece {
  const name = escapeText(label) || ZERO_WIDTH_SPACE;
  if (name.length > DISCORD_EMBED_FIELD_NAME_MAX_CHARS || value.length > DISCORD_EMBED_FIELD_VALUE_MAX_CHARS)
    return titled(label, [value]);
  return { kind: "field", field: { name, value: value || ZERO_WIDTH_SPACE, inline } };
}

/** Kept free for the line that says how much was left out, and for what joins the pieces. */
const RESERVE_CHARS = 200;

/** The catalog's cards fit, which a test proves; whatever does not is left out whole, and the reply says so. */
function keepWithin(pieces: readonly Piece[]): Piece[] {
  let left = DISCORD_EMBEDS_MAX_CHARS - RESERVE_CHARS;
  const fitting = pieces.filter((piece) => {
    const size = sizeOf(piece);
    if (size > left || size > DISCORD_EMBED_DESCRIPTION_MAX_CHARS) return false;
    left -= size;
    return true;
  });
  const lost = pieces.length - fitting.length;
  return lost === 0 ? fitting : [...fitting, { kind: "text", text: leftOut(lost) }];
}

/** With what joins it to its neighbours. */
function sizeOf(piece: Piece): number {
  return piece.kind === "text" ? piece.text.length + 2 : piece.field.name.length + piece.field.value.length;
}

/** An embed shows its description above its fields, so text after a field becomes a field or a new embed. */
function assemble(pieces: readonly Piece[], color: number): APIEmbed[] {
  const embeds: (APIEmbed & { fields: APIEmbedField[] })[] = [];
  for (const piece of pieces) {
    let embed = embeds.at(-1);
    if (!embed || !hasRoom(embed, piece)) {
      embed = { color, fields: [] };
      embeds.push(embed);
    }
    if (piece.kind === "field") embed.fields.push(piece.field);
    else if (embed.fields.length > 0) embed.fields.push({ name: ZERO_WIDTH_SPACE, value: piece.text, inline: false });
    else embed.description = embed.description ? `${embed.description}\n\n${piece.text}` : piece.text;
  }
  return embeds;
}

function hasRoom(embed: APIEmbed & { fields: APIEmbedField[] }, piece: Piece): boolean {
  if (piece.kind === "field") return embed.fields.length < DISCORD_EMBED_FIELDS_MAX;
  if (embed.fields.length > 0)
    return embed.fields.length < DISCORD_EMBED_FIELDS_MAX && piece.text.length <= DISCORD_EMBED_FIELD_VALUE_MAX_CHARS;
  return (embed.description ?? "").length + sizeOf(piece) <= DISCORD_EMBED_DESCRIPTION_MAX_CHARS;
}
