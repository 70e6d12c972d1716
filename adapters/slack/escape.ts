/** The only place where text is made safe for Slack. */

/** Control characters, and what reorders or hides text. Line breaks and tabs stay. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cs}]/gu;

/** Most texts are such, and need no look at their characters one by one. */
const ASCII_LINE = /^[ -~]*$/;

/** Text as Slack may show it where nothing is parsed: plain_text, rich_text, raw_text. */
export function printable(text: string): string {
  return ASCII_LINE.test(text) ? text : text.replace(UNPRINTABLE, "");
}

/** The same on one line. */
export function printableLine(text: string): string {
  return ASCII_LINE.test(text) ? text : printable(text.replace(/\s+/gu, " "));
}

/**
 * Text as Slack may show it where mrkdwn is parsed: no mention, link or date can come of it. `*_~` stay as they are;
 * they change the look, never the meaning. https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A link of ours. `|`, `<`, `>` and spaces would end its parts. */
export function mrkdwnLink(label: string, url: string): string {
  const address = escapeMrkdwn(url).replaceAll("|", "%7C").replace(/\s/gu, "%20");
  return `<${address}|${escapeMrkdwn(printableLine(label)).replaceAll("|", "/")}>`;
}

/** At most `max` UTF-16 code units, cut between characters, with an ellipsis where something is missing. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}…`;
}
