/** What a person reads in a Slack message, and what in it would act. */
import type { SlackReply } from "../../../adapters/slack/render-slack.js";
import { type Block, readBlocks } from "./block-violations.js";

/** In reading order, one line a piece; markup resolved, escapes undone. */
export function visibleText(blocks: unknown): string {
  return readBlocks(blocks).flatMap(linesOf).join("\n");
}

/** Mentions, links and dates that would act, except links to `ours`, and except what `allowed` names. */
export function liveMarkup({ text, blocks }: Pick<SlackReply, "text" | "blocks">, ours: readonly string[]): string[] {
  const checked = readBlocks(blocks);
  const tokens = [text, ...checked.flatMap(mrkdwnOf)].flatMap((markup) => markup.match(/<[^<>]*>/g) ?? []);
  const links = checked.flatMap(richLinks);
  return [
    ...tokens.filter((token) => !ours.some((url) => token.startsWith(`<${url.replaceAll("&", "&amp;")}|`))),
    ...links.filter((url) => !ours.includes(url)),
  ];
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "header":
      return [block.text.text];
    case "context":
      return block.elements.map(readText);
    case "section":
      return [
        ...(block.text ? [readText(block.text)] : []),
        ...(block.fields ?? []).map(readText),
        ...(block.accessory && "options" in block.accessory ? block.accessory.options.map(readOption) : []),
      ];
    case "rich_text":
      return block.elements.flatMap((element) =>
        element.type === "rich_text_list" ? element.elements.map(joinInline) : [joinInline(element)],
      );
    case "actions":
      return block.elements.flatMap((element) =>
        element.type === "button" ? [element.text.text] : element.options.map(readOption),
      );
    case "table":
      return block.rows.map((row) => row.map(({ text }) => text).join(" "));
  }
}

function joinInline({ elements }: { readonly elements: readonly { readonly text?: string | undefined }[] }): string {
  return elements.map(({ text }) => text ?? "").join("");
}

type Option = { readonly text: TextObject; readonly description?: TextObject | undefined };

function readOption({ text, description }: Option): string {
  return description ? `${text.text} ${description.text}` : text.text;
}

type TextObject = { readonly type: string; readonly text: string };

function readText({ type, text }: TextObject): string {
  if (type !== "mrkdwn") return text;
  return text
    .replace(/<[^<>|]*\|([^<>]*)>/g, "$1")
    .replace(/^\*(.*)\*$/gm, "$1")
    .replace(/^_(.*?)_ /gm, "$1 ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function mrkdwnOf(block: Block): string[] {
  const texts: readonly TextObject[] =
    block.type === "context"
      ? block.elements
      : block.type === "section"
        ? [...(block.text ? [block.text] : []), ...(block.fields ?? [])]
        : [];
  return texts.filter(({ type }) => type === "mrkdwn").map(({ text }) => text);
}

function richLinks(block: Block): string[] {
  if (block.type !== "rich_text") return [];
  const sections = block.elements.flatMap((element) =>
    element.type === "rich_text_list" ? element.elements : [element],
  );
  return sections.flatMap(({ elements }) => elements.flatMap((one) => (one.type === "link" ? [one.url] : [])));
}
