/** The only place where text is made safe for Discord. What comes out is shown as it is: no markup, mention or link. */

/** Control characters, what joins or reorders text, private characters, lone halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const INVISIBLE_IN_CODE = /[\p{Cf}\p{Co}\p{Cs}]|(?![\n\t])\p{Cc}/gu;
/** Shown as nothing; what stands on either side of it belongs together no more. */
export const ZERO_WIDTH_SPACE = "\u200b";

/** Starts with a letter, and holds only letters, digits, single spaces and such punctuation as Discord gives no meaning to. */
const HARMLESS = /^[A-Za-z](?:[A-Za-z0-9.,;?!"'()%=–§×’“”-]| (?! ))*$/;

/** Plain text on one line. */
export function escapeText(text: string): string {
  if (HARMLESS.test(text)) return text; // most of what there is to say, and a third of the time of a reply
  return printable(text)
    .replace(/[\\*_~|`[\]]/g, "\\$&")
    .replace(/:(?=\/\/|[\w+-]+:)/g, "\\:") // no address becomes a link, no :name: an emoji
    .replace(/(\.[a-z]{2,})\//gi, "$1\\/") // discord.gg/x is an invitation even without https
    .replace(/@/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(/<(?=[@#:&/a-z])/gi, `<${ZERO_WIDTH_SPACE}`)
    .replace(/^(\s*)([#>+-])/, "$1\\$2") // headings, quotes, lists and small print begin a line
    .replace(/^(\s*\d+)\./, "$1\\.");
}

/** Text as one line that can be read; what Discord does not take for markup anyway: labels of buttons. */
export function printable(text: string): string {
  return text.replace(/\s+/gu, " ").replace(INVISIBLE, "");
}

/** Code within a line. Nothing can be escaped in there, so a backtick becomes one that only looks like it. */
export function codeSpan(text: string): string {
  const code = printable(text).replaceAll("`", "ˋ");
  return code === "" ? "" : `\`${code}\``;
}

/** Lines of code, to be copied: a single backtick stays what it is, and no fence can be closed from inside. */
export function codeBlock(language: string, text: string): string {
  const code = text.replace(INVISIBLE_IN_CODE, "").replace(/`(?=`)/g, `\`${ZERO_WIDTH_SPACE}`);
  return `\`\`\`${language.replace(/[^\w+-]/g, "")}\n${code}\n\`\`\``;
}

/** A link under a text; the text alone where the address is none of the web. `bare`: without a preview below the message. */
export function maskedLink(text: string, url: string, bare = false): string {
  const label = escapeText(text);
  if (!/^https?:\/\//.test(url)) return label;
  const address = url.replace(
    /[\s()<>\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `[${label}](${bare ? `<${address}>` : address})`;
}
