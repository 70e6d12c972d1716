/** What Discord would refuse in a body, in words; beyond the schemas, what its documentation says in prose. */
import { Ajv } from "ajv";
import { DISCORD_EMBEDS_MAX_CHARS } from "../../../adapters/discord/discord-limits.js";
import { DISCORD_SCHEMAS } from "./discord-schemas.js";

export type BodyKind = keyof typeof DISCORD_SCHEMAS;

// Discord's limits are checked in UTF-16 code units, the stricter of the readings.
const ajv = new Ajv({ allErrors: true, unicode: false, allowUnionTypes: true, logger: false });
const validators = new Map(Object.entries(DISCORD_SCHEMAS).map(([kind, schema]) => [kind, ajv.compile(schema)]));

/** Each way in which Discord would not take the body; empty when it would. */
export function bodyProblems(kind: BodyKind, body: unknown): readonly string[] {
  const validate = validators.get(kind);
  const wrong = validate?.(body) ? [] : (validate?.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  return [...wrong, ...proseProblems(kind, body)];
}

interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
}
interface Component {
  readonly custom_id?: string;
  readonly components?: readonly Component[];
  readonly options?: readonly { readonly value: string }[];
}
interface Message {
  readonly content?: string;
  readonly embeds?: readonly Embed[];
  readonly components?: readonly Component[];
}
interface Command {
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly { readonly name: string; readonly description: string; readonly required?: boolean }[];
}

function proseProblems(kind: BodyKind, body: unknown): readonly string[] {
  switch (kind) {
    case "newMessage":
    case "editedMessage":
      return messageProblems(body as Message);
    case "response": {
      const { type, data } = body as { type: number; data?: Message };
      return type === 4 || type === 7 ? messageProblems(data ?? {}) : [];
    }
    case "applicationCommands":
    case "guildCommands":
      return (body as readonly Command[]).flatMap(commandProblems);
  }
}

function messageProblems({ content = "", embeds = [], components = [] }: Message): string[] {
  const texts = [content, ...embeds.flatMap(embedTexts)];
  const size = embeds.flatMap(embedTexts).reduce((sum, text) => sum + text.length, 0);
  const ids = components.flatMap(idsOf);
  return [
    ...(content.trim() === "" && embeds.length === 0 ? ["an empty message"] : []),
    ...(size > DISCORD_EMBEDS_MAX_CHARS ? [`${size} characters in embeds`] : []),
    ...embeds.filter((embed) => embedTexts(embed).length === 0).map(() => "an empty embed"),
    ...embeds
      .flatMap(embedTexts)
      .filter((text) => text.trim() === "")
      .map(() => "a blank text in an embed"),
    ...texts.filter((text) => /\p{Cs}/u.test(text)).map(() => "half a character"),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `custom_id twice: ${id}`),
    ...components.flatMap(repeatedValues),
  ];
}

function embedTexts({ title, description, fields = [] }: Embed): string[] {
  return [title, description, ...fields.flatMap(({ name, value }) => [name, value])].flatMap((text) => text ?? []);
}

function idsOf({ custom_id, components = [] }: Component): string[] {
  return [...(custom_id === undefined ? [] : [custom_id]), ...components.flatMap(idsOf)];
}

function repeatedValues({ components = [], options = [] }: Component): string[] {
  const values = options.map(({ value }) => value);
  const repeated = values.filter((value, index) => values.indexOf(value) !== index);
  return [...repeated.map((value) => `option twice: ${value}`), ...components.flatMap(repeatedValues)];
}

const COMMAND_MAX_CHARS = 8_000;

function commandProblems({ name, description = "", options = [] }: Command): string[] {
  const required = options.map((option) => option.required === true);
  const size = [name, description, ...options.flatMap((option) => [option.name, option.description])].join("").length;
  return [
    ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
      ? [`${name}: a required option after an optional one`]
      : []),
    ...(size > COMMAND_MAX_CHARS ? [`${name}: ${size} characters`] : []),
  ];
}
