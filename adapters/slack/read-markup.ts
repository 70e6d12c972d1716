/**
 * Slack's message markup as plain text: what people see, without the mention of the bot itself. Total; keeps line breaks.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function readMarkup(markup: string): string {
  if (!MARKED.test(markup)) return markup.trim();
  return unescapeEntities(markup.replace(TOKEN, (whole, inside: string) => readToken(inside) ?? whole))
    .replace(FENCE, "\n")
    .replace(CODE_SPAN, "$1")
    .trim();
}

const MARKED = /[<&`]/;
/** Slack escapes what people type, so a `<…>` that is left is its own. */
const TOKEN = /<([^<>\n]{1,4000})>/g;
const FENCE = /\s?```\s?/g;
const CODE_SPAN = /`([^`\n]+)`/g;

const PERSON = /^@[UWB]\w*/;
const CHANNEL = /^#[CGD]\w*(?:\|(.*))?$/;
const SPECIAL = /^!([a-z]+)(?:[^a-z|][^|]*)?(?:\|(.*))?$/;
const LINK = /^((?:https?|mailto|tel|ftp|slack):[^|]*)(?:\|(.*))?$/;

/** What is shown for a token. Ids are left out: their digits are no status codes. Undefined when it is no token. */
function readToken(inside: string): string | undefined {
  if (PERSON.test(inside)) return "";
  const channel = CHANNEL.exec(inside);
  if (channel) return channel[1] ? `#${channel[1]}` : "";
  const special = SPECIAL.exec(inside);
  if (special) return special[2] ?? `@${special[1]}`;
  const link = LINK.exec(inside);
  return link ? link[2] || link[1] : undefined;
}

/** `&amp;` last, so that an escaped entity stays what was typed. */
function unescapeEntities(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
