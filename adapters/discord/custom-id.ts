/** What a button means, as the text in its identifier: stateless, versioned, readable. Comes back from clients, so it is untrusted. */
import { DISCORD_CUSTOM_ID_MAX_CHARS } from "./discord-limits.js";

export type Press =
  /** Asks a question; also the value of a line in a select menu. */
  | { readonly kind: "ask"; readonly ask: string }
  /** A select menu; what was chosen stands in its values. */
  | { readonly kind: "choose"; readonly menu: number }
  /** Leads back along the questions that led here, the latest first. */
  | { readonly kind: "back"; readonly trail: readonly string[] }
  /** Shows a private reply to all. Remembers the question that gets it, for a way back to it; empty when there is none. */
  | { readonly kind: "share"; readonly here: string }
  /** Offers what can be done with an unasked reply. `author` wrote the message that it answers. */
  | { readonly kind: "menu"; readonly author: string }
  | { readonly kind: "delete"; readonly reply: string; readonly author: string }
  | { readonly kind: "mute" };

/** Stands in no question. */
const BETWEEN_ASKS = "|";

export function formatPress(press: Press): string {
  switch (press.kind) {
    case "ask":
      return `a1:${press.ask}`;
    case "choose":
      return `c1:${press.menu}`;
    case "back":
      return formatTrail(press.trail);
    case "share":
      return `s1:${press.here}`;
    case "menu":
      return `m1:${press.author}`;
    case "delete":
      return `d1:${press.reply}:${press.author}`;
    case "mute":
      return "q1:";
  }
}

/** As many steps back as fit, without a gap. */
function formatTrail(trail: readonly string[]): string {
  const [latest = "", ...older] = trail;
  let id = `b1:${latest}`;
  for (const ask of older) {
    const longer = `${id}${BETWEEN_ASKS}${ask}`;
    if (longer.length > DISCORD_CUSTOM_ID_MAX_CHARS) break;
    id = longer;
  }
  return id;
}

/** Undefined for what this version does not know. */
export function readPress(customId: string): Press | undefined {
  const [, kind, rest = ""] = /^([a-z]1):(.*)$/s.exec(customId) ?? [];
  switch (kind) {
    case "a1":
      return rest === "" ? undefined : { kind: "ask", ask: rest };
    case "c1":
      return /^\d$/.test(rest) ? { kind: "choose", menu: Number(rest) } : undefined;
    case "b1":
      return rest === "" ? undefined : { kind: "back", trail: rest.split(BETWEEN_ASKS) };
    case "s1":
      return { kind: "share", here: rest };
    case "m1":
      return isSnowflake(rest) ? { kind: "menu", author: rest } : undefined;
    case "d1":
      return readDelete(rest.split(":"));
    case "q1":
      return { kind: "mute" };
    default:
      return undefined;
  }
}

function readDelete([reply = "", author = "", ...more]: readonly string[]): Press | undefined {
  const valid = isSnowflake(reply) && isSnowflake(author) && more.length === 0;
  return valid ? { kind: "delete", reply, author } : undefined;
}

function isSnowflake(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}
