/** Cards' text as Slack's rich text, whose text elements Slack never parses: nothing in them can come alive. */
import type { types } from "@slack/bolt";
import type { Block, Fact, Inline, Prose } from "../../src/card/card.js";
import { printable, printableLine } from "./escape.js";

type Of<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

export function paragraph(content: Prose): types.RichTextBlock {
  return richText([section(inlines(content))]);
}

export function list({ title, ordered, items }: Of<"list">): types.RichTextBlock {
  const points: types.RichTextList = {
    type: "rich_text_list",
    style: ordered ? "ordered" : "bullet",
    elements: items.map((item) => section(inlines(item))),
  };
  return richText([...heading(title), points]);
}

/** One line a fact, the label in bold. */
export function facts(list: readonly Fact[]): types.RichTextBlock {
  const lines = list.map(({ label, content }) => [strong(`${label} `), ...inlines(content)]);
  return richText([
    section(lines.flatMap((line, index) => (index === 0 ? line : [{ type: "text", text: "\n" }, ...line]))),
  ]);
}

export function code({ title, text }: Of<"code">): types.RichTextBlock {
  return richText([...heading(title), { type: "rich_text_preformatted", elements: texts(printable(text)) }]);
}

function richText(elements: types.RichTextBlock["elements"]): types.RichTextBlock {
  return { type: "rich_text", elements };
}

function section(elements: types.RichTextElement[]): types.RichTextSection {
  return { type: "rich_text_section", elements };
}

function heading(title: string | undefined): types.RichTextSection[] {
  return title ? [section([strong(title)])] : [];
}

function strong(text: string): types.RichTextText {
  return { type: "text", text: printableLine(text), style: { bold: true } };
}

function inlines(content: Prose): types.RichTextElement[] {
  return content.flatMap(inline);
}

function inline(part: Inline): types.RichTextElement[] {
  const text = printableLine(part.text);
  switch (part.kind) {
    case "text":
      return texts(text);
    case "strong":
      return text === "" ? [] : [strong(text)];
    case "code":
      return texts(text).map((element) => ({ ...element, style: { code: true } }));
    case "link":
      return [{ type: "link", url: part.url, text }];
  }
}

/** Slack refuses an empty text. */
function texts(text: string): types.RichTextText[] {
  return text === "" ? [] : [{ type: "text", text }];
}
