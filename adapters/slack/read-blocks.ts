/** The text of blocks and attachments: people's rich text as they see it, and the alerts that other apps post. */
import { type Fields, fieldsIn, listIn, textIn } from "./read-fields.js";
import { readMarkup } from "./read-markup.js";

/** One line a block; empty when the blocks hold no text. */
export function readBlocks(blocks: readonly Fields[]): string {
  return join(blocks.map(readBlock));
}

/** Forwarded messages and alerts: text and fields, or the fallback where there is nothing else. */
export function readAttachments(attachments: readonly Fields[]): string {
  return join(
    attachments.map((attachment) => {
      const fields = listIn(attachment, "fields").flatMap((field) => [textIn(field, "title"), textIn(field, "value")]);
      const markup = ["pretext", "title", "text"].map((key) => textIn(attachment, key));
      const text = join([...[...markup, ...fields].map(readMarkup), readBlocks(listIn(attachment, "blocks"))]);
      return text || readMarkup(textIn(attachment, "fallback"));
    }),
  );
}

function readBlock(block: Fields): string {
  switch (textIn(block, "type")) {
    case "rich_text":
      return join(listIn(block, "elements").map(readRichText));
    case "section":
      return join([fieldsIn(block, "text"), ...listIn(block, "fields")].map(readTextObject));
    case "header":
      return readTextObject(fieldsIn(block, "text"));
    case "context":
      return join(listIn(block, "elements").map(readTextObject));
    case "markdown":
      return textIn(block, "text");
    default: // blocks without text, and those that Slack will invent
      return "";
  }
}

function readTextObject(object: Fields): string {
  const text = textIn(object, "text");
  return textIn(object, "type") === "mrkdwn" ? readMarkup(text) : text;
}

function readRichText(element: Fields): string {
  const elements = listIn(element, "elements");
  return textIn(element, "type") === "rich_text_list"
    ? join(elements.map(readRichText))
    : elements.map(readInline).join("");
}

/** Mentions of people and channels are left out, as in `readMarkup`. */
function readInline(inline: Fields): string {
  switch (textIn(inline, "type")) {
    case "text":
      return textIn(inline, "text");
    case "link":
      return textIn(inline, "text") || textIn(inline, "url");
    case "broadcast":
      return `@${textIn(inline, "range")}`;
    case "date":
      return textIn(inline, "fallback");
    default: // emoji, mentions, colors
      return "";
  }
}

function join(texts: readonly string[]): string {
  return texts
    .map((text) => text.replace(/^\n+|(?<!\s)\s+$/g, ""))
    .filter((text) => text !== "")
    .join("\n");
}
