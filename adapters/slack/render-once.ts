/** Cards are remembered by the bot, so most have been rendered and encoded before. Kept for as long as their card is. */
import type { Reply } from "../../src/bot/bot.js";
import type { Card } from "../../src/card/card.js";
import { type RenderOptions, renderSlack, type SlackReply, type SlackSurface } from "./render-slack.js";

const messages = new WeakMap<Card, Map<string, SlackReply>>();
const encoded = new WeakMap<object, string>();

/** `renderSlack`, once for every way in which a card is shown first; further down a trail it is rendered anew. */
export function renderOnce(reply: Reply, surface: SlackSurface, options: RenderOptions = {}): SlackReply {
  const { card, controls } = reply;
  if (!isShownFirst(card, options)) return renderSlack(reply, surface, options);
  const ways = messages.get(card) ?? new Map<string, SlackReply>();
  const way = [surface, options.trail ? "private" : "public", ...controls].join();
  const message = ways.get(way) ?? renderSlack(reply, surface, options);
  ways.set(way, message);
  messages.set(card, ways);
  return message;
}

/** Whether nothing but the card, its controls and the surface decides how it looks. */
function isShownFirst({ ask }: Card, { trail, sharedBy }: RenderOptions): boolean {
  const isFirst = trail === undefined || (trail.length === 1 && trail[0] === ask);
  return ask !== "" && isFirst && sharedBy === undefined;
}

/** JSON of something that nobody changes, in ASCII: what needs no encoding is sent in half the time. */
export function jsonOnce(value: object): string {
  const json = encoded.get(value) ?? asciiJson(value);
  encoded.set(value, json);
  return json;
}

function asciiJson(value: object): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
