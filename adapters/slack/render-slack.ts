/** Renders a reply as a Slack message. Pure: no client, no network, no environment. */
import type { types } from "@slack/bolt";
import type { Reply } from "../../src/bot/bot.js";
import type { Block, Card } from "../../src/card/card.js";
import { clip, escapeMrkdwn, mrkdwnLink, printableLine } from "./escape.js";
import { buttons, choices, plainText } from "./render-controls.js";
import { code, facts, list, paragraph } from "./rich-text.js";
import { SLACK_TEXT_MAX_CHARS } from "./slack-limits.js";
import { sharedBy } from "./slack-wording.js";
import { columnFields, table } from "./table-blocks.js";
import type { Trail } from "./trail.js";

/**
 * `message`: posted by a method, which says when it refuses a block. `response`: inside an acknowledgement or through a
 * response_url, where tables are not promised and a refusal cannot be mended, so only the oldest blocks are used.
 */
export type SlackSurface = "response" | "message";

export interface RenderOptions {
  /** On private replies, which change in place: how the reader came here. */
  readonly trail?: Trail;
  /** The question as it was asked: what Share repeats when the card knows no question of its own. */
  readonly asked?: string;
  /** The person who shared the reply, by Slack's id. */
  readonly sharedBy?: string;
}

export interface SlackReply {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export function renderSlack(reply: Reply, surface: SlackSurface, options: RenderOptions = {}): SlackReply {
  const { card } = reply;
  return {
    text: fallback(card),
    blocks: [
      { type: "header", text: plainText(card.title) },
      ...subtitle(card, options),
      paragraph(card.summary),
      ...card.blocks.map((block, index) => renderBlock(block, surface, options, index)),
      ...buttons(reply, options.trail, options.asked ?? ""),
      ...sources(card),
    ],
    unfurl_links: false, // an unfurl of our own links fires message_changed and fills the channel
    unfurl_media: false,
  };
}

/** The notification, and what screen readers read. Slack parses it as mrkdwn; an escape is longer than its character. */
function fallback({ oneLine }: Card): string {
  return escapeMrkdwn(clip(printableLine(oneLine), SLACK_TEXT_MAX_CHARS / 2));
}

function renderBlock(block: Block, surface: SlackSurface, { trail }: RenderOptions, index: number): types.KnownBlock {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.content);
    case "list":
      return list(block);
    case "facts":
      return facts(block.facts);
    case "code":
      return code(block);
    case "table":
      return surface === "message" ? table(block) : columnFields(block);
    case "choices":
      return choices(block, trail, index);
  }
}

function subtitle({ kicker }: Card, { sharedBy: person }: RenderOptions): types.ContextBlock[] {
  const elements: types.ContextBlock["elements"] = [
    ...(kicker ? [plainText(kicker)] : []),
    ...(person ? [mrkdwn(sharedBy(`<@${person}>`))] : []),
  ];
  return elements.length > 0 ? [{ type: "context", elements }] : [];
}

function sources(card: Card): types.ContextBlock[] {
  if (card.sources.length === 0) return [];
  const links = card.sources.map(({ label, url }) => mrkdwnLink(label, url));
  return [{ type: "context", elements: [mrkdwn(links.join(" · "))] }];
}

/** `verbatim` keeps Slack from making links and mentions where we made none. */
function mrkdwn(text: string): types.MrkdwnElement {
  return { type: "mrkdwn", text, verbatim: true };
}
