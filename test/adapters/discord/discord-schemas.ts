/** The bodies that Discord takes, as JSON schemas: closed, so that a key that Discord would ignore is found too. */
import { DISCORD_EMBEDS_MAX, DISCORD_ROWS_MAX } from "../../../adapters/discord/discord-limits.js";

const text = (maxLength: number, minLength = 1) => ({ type: "string", minLength, maxLength });
const list = (items: object, maxItems: number, minItems = 0) => ({ type: "array", items, minItems, maxItems });
const closed = (properties: Record<string, object>, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const SNOWFLAKE = { type: "string", pattern: "^\\d{17,20}$" };

const EMBED = closed({
  title: text(256),
  description: text(4096),
  url: text(2048),
  color: { type: "integer", minimum: 0, maximum: 0xffffff },
  fields: list(closed({ name: text(256), value: text(1024), inline: { type: "boolean" } }, ["name", "value"]), 25),
  footer: closed({ text: text(2048) }, ["text"]),
  author: closed({ name: text(256) }, ["name"]),
});

const BUTTON = closed(
  {
    type: { const: 2 },
    style: { enum: [1, 2, 3, 4] },
    label: text(80),
    custom_id: text(100),
    disabled: { type: "boolean" },
  },
  ["type", "style", "label", "custom_id"],
);
const OPTION = closed({ label: text(100), value: text(100), description: text(100), default: { type: "boolean" } }, [
  "label",
  "value",
]);
const SELECT = closed(
  { type: { const: 3 }, custom_id: text(100), placeholder: text(150), options: list(OPTION, 25, 1) },
  ["type", "custom_id", "options"],
);
/** Five buttons or one select menu. */
const ROW = closed({ type: { const: 1 }, components: { anyOf: [list(BUTTON, 5, 1), list(SELECT, 1, 1)] } }, [
  "type",
  "components",
]);

/** `parse` must be there and empty: else Discord would notify whoever is mentioned. */
const NO_MENTIONS = closed({ parse: list({}, 0), replied_user: { const: false } }, ["parse", "replied_user"]);

const MESSAGE = {
  content: text(2000, 0),
  embeds: list(EMBED, DISCORD_EMBEDS_MAX),
  components: list(ROW, DISCORD_ROWS_MAX),
  allowed_mentions: NO_MENTIONS,
};
const SUPPRESS_NOTIFICATIONS = 4096;
const EPHEMERAL = 64;

const REFERENCE = closed({ message_id: SNOWFLAKE, fail_if_not_exists: { const: false } }, [
  "message_id",
  "fail_if_not_exists",
]);
const NEW_MESSAGE = closed(
  {
    ...MESSAGE,
    nonce: text(25),
    enforce_nonce: { const: true },
    message_reference: REFERENCE,
    flags: { enum: [SUPPRESS_NOTIFICATIONS] },
  },
  ["allowed_mentions", "nonce", "enforce_nonce"],
);
const CHOICE = closed({ name: text(100), value: text(100) }, ["name", "value"]);
const RESPONSE_MESSAGE = closed({ ...MESSAGE, flags: { enum: [EPHEMERAL, SUPPRESS_NOTIFICATIONS] } }, [
  "allowed_mentions",
]);
const RESPONSE = {
  oneOf: [
    closed({ type: { const: 1 } }, ["type"]),
    closed({ type: { const: 4 }, data: RESPONSE_MESSAGE }, ["type", "data"]),
    closed({ type: { const: 5 }, data: closed({ flags: { const: EPHEMERAL } }, ["flags"]) }, ["type", "data"]),
    closed({ type: { const: 7 }, data: closed(MESSAGE, ["allowed_mentions"]) }, ["type", "data"]),
    closed({ type: { const: 8 }, data: closed({ choices: list(CHOICE, 25) }, ["choices"]) }, ["type", "data"]),
  ],
};

const COMMAND_OPTION = closed(
  {
    type: { enum: [3, 5] },
    name: { type: "string", pattern: "^[-_a-z0-9]{1,32}$" },
    description: text(100),
    required: { type: "boolean" },
    autocomplete: { type: "boolean" },
  },
  ["type", "name", "description"],
);
const commands = (where: Record<string, object>) => ({
  type: "array",
  items: {
    oneOf: [
      closed(
        {
          type: { const: 1 },
          name: { type: "string", pattern: "^[-_a-z0-9]{1,32}$" },
          description: text(100),
          options: list(COMMAND_OPTION, 25),
          ...where,
        },
        ["type", "name", "description", ...Object.keys(where)],
      ),
      closed({ type: { const: 3 }, name: text(32), ...where }, ["type", "name", ...Object.keys(where)]),
    ],
  },
});

export const DISCORD_SCHEMAS = {
  newMessage: NEW_MESSAGE,
  editedMessage: closed(MESSAGE, ["allowed_mentions"]),
  response: RESPONSE,
  applicationCommands: commands({
    integration_types: list({ enum: [0, 1] }, 2, 1),
    contexts: list({ enum: [0, 1, 2] }, 3, 1),
  }),
  /** Discord refuses both lists on commands of one server. */
  guildCommands: commands({}),
};
