import { ComponentType } from "discord-api-types/v10";
import { readPress } from "../../../adapters/discord/custom-id.js";
import { type DiscordMessage, renderDiscord } from "../../../adapters/discord/render-discord.js";
import type { Card, Inline } from "../../../src/card/card.js";
import { adapterContract, type Rendered } from "../../contract/adapter-contract.js";
import { allCards } from "../../contract/all-cards.js";
import { bodyProblems } from "./discord-rules.js";
import { type Mark, readMarkdown } from "./read-markdown.js";

const AUTHOR = "300000000000000001";
const LONGEST_ASK = allCards.map(({ card }) => card.ask).reduce((a, b) => (a.length >= b.length ? a : b));

adapterContract({
  name: "Discord",
  render: ({ card, controls }) => [
    inspect("public", card, renderDiscord({ card, controls })),
    inspect(
      "private",
      card,
      renderDiscord({ card, controls: [...controls, "share"] }, { trail: ["401", LONGEST_ASK] }),
    ),
    inspect("unasked", card, renderDiscord({ card, controls }, { author: AUTHOR })),
  ],
});

/** As Discord would show it. */
function inspect(surface: string, card: Card, message: DiscordMessage): Rendered {
  const wire = JSON.parse(JSON.stringify(message)) as DiscordMessage;
  const texts = [wire.content, ...wire.embeds.flatMap((embed) => [embed.description ?? "", ...fieldTexts(embed)])];
  const read = texts.map((text) => readMarkdown(text));
  const parts = wire.components.flatMap((row) => row.components);
  const buttons = parts.flatMap((part) => (part.type === ComponentType.Button && "custom_id" in part ? [part] : []));
  const selects = parts.flatMap((part) => (part.type === ComponentType.StringSelect ? [part] : []));
  const options = selects.flatMap((select) => select.options);
  const labels = [
    ...selects.map((select) => select.placeholder ?? ""),
    ...options.map(({ label }) => label),
    ...buttons.map((button) => button.label ?? ""),
  ];
  return {
    surface,
    visible: [...read.map(({ plain }) => plain), ...labels].join("\n"),
    asks: [...buttons.map((button) => button.custom_id), ...options.map(({ value }) => value)].flatMap((id) => {
      const press = readPress(id);
      return press?.kind === "ask" ? [press.ask] : [];
    }),
    violations: bodyProblems("editedMessage", wire),
    live: read.flatMap(({ marks }) =>
      marks.filter((mark) => !isOurs(card, mark)).map(({ kind, text }) => `${kind} ${text}`),
    ),
  };
}

function fieldTexts({ fields = [] }: DiscordMessage["embeds"][number]): string[] {
  return fields.flatMap(({ name, value }) => [name, value]);
}

/** Whether the card itself wants this mark. */
function isOurs(card: Card, { kind, text, url = "" }: Mark): boolean {
  const inlines = [...card.summary, ...card.blocks.flatMap(inlinesOf)];
  const has = (wanted: Inline["kind"]) =>
    inlines.some((inline) => inline.kind === wanted && inline.text.trim() === text.trim());
  switch (kind) {
    case "strong":
      return [card.title, ...card.blocks.flatMap(titlesOf)].includes(text) || has("strong");
    case "code":
      return has("code");
    case "block":
      return card.blocks.some((block) => block.kind === "code" && block.text.trim() === text.trim());
    case "link":
      return [...card.sources, ...inlines].some((link) => "url" in link && link.url === url);
    case "item":
      return card.blocks.some((block) => block.kind === "list");
    case "small":
      return card.sources.length > 0;
    case "address":
    case "mention":
    case "emoji":
    case "heading":
    case "quote":
    case "stray":
      return false;
  }
}

function inlinesOf(block: Card["blocks"][number]): readonly Inline[] {
  if (block.kind === "paragraph") return block.content;
  if (block.kind === "list") return block.items.flat();
  return block.kind === "facts" ? block.facts.flatMap(({ content }) => content) : [];
}

function titlesOf(block: Card["blocks"][number]): string[] {
  if (block.kind === "table") return block.rows.map(({ label }) => `${label}:`);
  return "title" in block && block.title ? [block.title] : [];
}
