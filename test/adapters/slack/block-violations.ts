/** What Slack refuses in a message: unknown blocks and keys, and everything over its limits. */
import { z } from "zod";

/** Slack's numbers, from https://docs.slack.dev/reference/block-kit, and not those of the code under test. */
const SLACK_ACTIONS_MAX_ELEMENTS = 25;
const SLACK_BUTTON_MAX_CHARS = 75;
const SLACK_BUTTON_VALUE_MAX_CHARS = 2_000;
const SLACK_CONTEXT_MAX_ELEMENTS = 10;
const SLACK_FIELD_MAX_CHARS = 2_000;
const SLACK_HEADER_MAX_CHARS = 150;
const SLACK_ID_MAX_CHARS = 255;
const SLACK_MESSAGE_MAX_BLOCKS = 50;
const SLACK_MESSAGE_MAX_BLOCKS_CHARS = 12_000;
const SLACK_OPTION_MAX_CHARS = 75;
const SLACK_OPTION_VALUE_MAX_CHARS = 75;
const SLACK_OVERFLOW_MAX_OPTIONS = 5;
const SLACK_PLACEHOLDER_MAX_CHARS = 150;
const SLACK_SECTION_MAX_CHARS = 3_000;
const SLACK_SECTION_MAX_FIELDS = 10;
const SLACK_SELECT_MAX_OPTIONS = 100;
const SLACK_TABLE_MAX_CHARS = 10_000;
const SLACK_TABLE_MAX_COLUMNS = 20;
const SLACK_TABLE_MAX_ROWS = 100;
const SLACK_TEXT_MAX_CHARS = 4_000;

const id = z.string().min(1).max(SLACK_ID_MAX_CHARS);
const text = (max: number) => z.string().min(1).max(max);
const plain = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: text(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: text(max), verbatim: z.boolean().optional() });
const textObject = (max: number) => z.union([plain(max), mrkdwn(max)]);

const style = z.strictObject({ bold: z.boolean().optional(), code: z.boolean().optional() }).optional();
const richText = z.strictObject({ type: z.literal("text"), text: text(SLACK_TEXT_MAX_CHARS), style });
const richLink = z.strictObject({ type: z.literal("link"), url: z.url(), text: z.string().optional(), style });
const richSection = z.strictObject({
  type: z.literal("rich_text_section"),
  elements: z.array(z.union([richText, richLink])).min(1),
});
const richElement = z.union([
  richSection,
  z.strictObject({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    elements: z.array(richSection).min(1),
  }),
  z.strictObject({ type: z.literal("rich_text_preformatted"), elements: z.array(richText).min(1) }),
]);

const option = z.strictObject({
  text: plain(SLACK_OPTION_MAX_CHARS),
  description: plain(SLACK_OPTION_MAX_CHARS).optional(),
  value: text(SLACK_OPTION_VALUE_MAX_CHARS),
});
const button = z.strictObject({
  type: z.literal("button"),
  action_id: id,
  text: plain(SLACK_BUTTON_MAX_CHARS),
  value: text(SLACK_BUTTON_VALUE_MAX_CHARS),
});
const select = z.strictObject({
  type: z.literal("static_select"),
  action_id: id,
  placeholder: plain(SLACK_PLACEHOLDER_MAX_CHARS),
  options: z.array(option).min(1).max(SLACK_SELECT_MAX_OPTIONS),
});
const overflow = z.strictObject({
  type: z.literal("overflow"),
  action_id: id,
  options: z.array(option).min(1).max(SLACK_OVERFLOW_MAX_OPTIONS),
});

const cell = z.strictObject({ type: z.literal("raw_text"), text: text(SLACK_TABLE_MAX_CHARS) });
const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("header"), text: plain(SLACK_HEADER_MAX_CHARS) }),
  z.strictObject({
    type: z.literal("context"),
    elements: z.array(textObject(SLACK_SECTION_MAX_CHARS)).min(1).max(SLACK_CONTEXT_MAX_ELEMENTS),
  }),
  z
    .strictObject({
      type: z.literal("section"),
      block_id: id.optional(),
      text: textObject(SLACK_SECTION_MAX_CHARS).optional(),
      fields: z.array(textObject(SLACK_FIELD_MAX_CHARS)).min(1).max(SLACK_SECTION_MAX_FIELDS).optional(),
      accessory: z.union([button, select, overflow]).optional(),
    })
    .refine((section) => section.text ?? section.fields, "a section needs text or fields"),
  z.strictObject({ type: z.literal("rich_text"), elements: z.array(richElement).min(1) }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: id.optional(),
    elements: z
      .array(z.union([button, select, overflow]))
      .min(1)
      .max(SLACK_ACTIONS_MAX_ELEMENTS),
  }),
  z.strictObject({
    type: z.literal("table"),
    column_settings: z
      .array(z.strictObject({ align: z.enum(["left", "center", "right"]), is_wrapped: z.boolean() }))
      .max(SLACK_TABLE_MAX_COLUMNS),
    rows: z.array(z.array(cell).min(1).max(SLACK_TABLE_MAX_COLUMNS)).min(1).max(SLACK_TABLE_MAX_ROWS),
  }),
]);
const blocksSchema = z.array(block).max(SLACK_MESSAGE_MAX_BLOCKS);

export type Block = z.infer<typeof block>;
export type Pressable = z.infer<typeof button> | z.infer<typeof select> | z.infer<typeof overflow>;

/** In words; empty when Slack would take the blocks. `message`: whether they are posted, where alone tables may be. */
export function blockViolations(blocks: unknown, isMessage: boolean): string[] {
  const parsed = blocksSchema.safeParse(blocks);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const length = JSON.stringify(blocks).length;
  const tables = parsed.data.flatMap((one) => (one.type === "table" ? [one] : []));
  const tableChars = tables.flatMap((one) => one.rows.flat()).reduce((sum, { text: { length } }) => sum + length, 0);
  return [
    ...(length > SLACK_MESSAGE_MAX_BLOCKS_CHARS ? [`${length} characters of blocks`] : []),
    ...(tables.length > (isMessage ? 1 : 0) ? [`${tables.length} tables`] : []),
    ...(tableChars > SLACK_TABLE_MAX_CHARS ? [`${tableChars} characters in a table`] : []),
    ...repeated(pressables(parsed.data).map((element) => element.action_id)),
    ...repeated(parsed.data.flatMap((one) => ("block_id" in one && one.block_id ? [one.block_id] : []))),
  ];
}

export function textViolations(message: string): string[] {
  if (message.trim() === "") return ["the text is empty"];
  return message.length > SLACK_TEXT_MAX_CHARS ? [`${message.length} characters of text`] : [];
}

/** Only for blocks that have no violations. */
export function readBlocks(blocks: unknown): readonly Block[] {
  return blocksSchema.parse(blocks);
}

export function pressables(blocks: readonly Block[]): readonly Pressable[] {
  return blocks.flatMap((one): readonly Pressable[] => {
    if (one.type === "actions") return one.elements;
    return one.type === "section" && one.accessory ? [one.accessory] : [];
  });
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((one, index) => ids.indexOf(one) !== index).map((one) => `the id ${one} is there twice`);
}
