/** Renders a reply as a Discord message. Pure: no client, no network, no environment. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from "discord-api-types/v10";
import type { Reply } from "../../src/bot/bot.js";
import type { Action, Card } from "../../src/card/card.js";
import { formatPress, type Press } from "./custom-id.js";
import { DISCORD_BUTTONS_IN_ROW_MAX, DISCORD_CONTENT_MAX_CHARS } from "./discord-limits.js";
import { escapeText, maskedLink, printable } from "./escape.js";
import { renderEmbeds } from "./render-embeds.js";
import { bold, renderProse } from "./render-prose.js";
import { BACK, MENU, SHARE } from "./wording.js";

export type MessageRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Complete: sent as an edit, it replaces whatever the message was before. */
export interface DiscordMessage {
  content: string;
  embeds: APIEmbed[];
  components: MessageRow[];
  allowed_mentions: { parse: []; replied_user: false };
}

/** Where a reply appears, as far as its buttons depend on it. */
export interface Surroundings {
  /** The questions that led to a private reply, the latest first. */
  readonly trail: readonly string[];
  /** Who wrote the message that an unasked reply answers; only that has the menu of controls. */
  readonly author: string | undefined;
}

/** The title and the summary are enough on their own: embeds vanish for people who turned previews off. */
export function renderDiscord(reply: Reply, { trail = [], author }: Partial<Surroundings> = {}): DiscordMessage {
  const { content, embeds } = renderText(reply.card);
  const components = arrange(reply.card, controls(reply, trail, author));
  return { ...plainMessage(content), embeds: [...embeds], components };
}

interface CardText {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
}

/** The same card is the same text: popular ones are rendered once. */
const texts = new WeakMap<Card, CardText>();

function renderText(card: Card): CardText {
  const known = texts.get(card);
  if (known) return known;
  const embeds = renderEmbeds(card);
  const text = { content: renderContent(card, embeds.length === 0), embeds };
  texts.set(card, text);
  return text;
}

/** A message of text alone, in Discord's markdown. */
export function plainMessage(content: string): DiscordMessage {
  return { content, embeds: [], components: [], allowed_mentions: { parse: [], replied_user: false } };
}

/** Without an embed, the sources stand below the summary in small print. */
function renderContent(card: Card, isAll: boolean): string {
  const head = `${bold(card.title)}${card.kicker ? ` · ${escapeText(card.kicker)}` : ""}`;
  const links = isAll ? card.sources.map(({ label, url }) => maskedLink(label, url, true)).join(" · ") : "";
  const content = [head, renderProse(card.summary), links && `-# ${links}`].filter(Boolean).join("\n");
  return content.length <= DISCORD_CONTENT_MAX_CHARS ? content : shortContent(card);
}

/** In code points; escaping at most doubles them. */
const SHORT_TITLE_MAX = 150;
const SHORT_LINE_MAX = 750;

/** For summaries that quote more than fits. */
function shortContent(card: Card): string {
  return `${bold(clip(card.title, SHORT_TITLE_MAX))}\n${escapeText(clip(card.oneLine, SHORT_LINE_MAX))}`;
}

function clip(text: string, max: number): string {
  const characters = [...printable(text)];
  return characters.length <= max ? characters.join("") : `${characters.slice(0, max - 1).join("")}…`;
}

function controls({ card, controls }: Reply, trail: readonly string[], author: string | undefined) {
  const hasMenu = controls.includes("delete") || controls.includes("mute");
  return [
    ...(trail.length > 0 ? [button(BACK, { kind: "back", trail })] : []),
    ...(controls.includes("share") ? [button(SHARE, { kind: "share", here: card.ask })] : []),
    ...(hasMenu && author ? [button(MENU, { kind: "menu", author })] : []),
  ];
}

/** Controls stand beside the questions where a row has room for both, else in a row of their own. */
function arrange(card: Card, controls: readonly APIButtonComponentWithCustomId[]): MessageRow[] {
  const asks = card.actions.map(({ label, ask }) => button(label, { kind: "ask", ask }));
  const menus = card.blocks.flatMap((block) => (block.kind === "choices" ? [block] : []));
  const selects = menus.map((block, index) => select(block.prompt, block.choices, index));
  const together = asks.length + controls.length <= DISCORD_BUTTONS_IN_ROW_MAX;
  const rows = together ? [[...asks, ...controls]] : [asks, controls];
  return [...selects, ...rows.filter((row) => row.length > 0).map(buttonRow)];
}

export function button(label: string, press: Press): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: printable(label),
    custom_id: formatPress(press),
  };
}

export function buttonRow(components: readonly APIButtonComponentWithCustomId[]): MessageRow {
  return { type: ComponentType.ActionRow, components: [...components] };
}

function select(prompt: string, choices: readonly Action[], menu: number): MessageRow {
  const options = choices.map(({ label, ask }) => ({
    label: printable(label),
    value: formatPress({ kind: "ask", ask }),
  }));
  const custom_id = formatPress({ kind: "choose", menu });
  const component = { type: ComponentType.StringSelect as const, custom_id, placeholder: printable(prompt), options };
  return { type: ComponentType.ActionRow, components: [component] };
}
