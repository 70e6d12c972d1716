/** Slack's message events (`message`, `app_mention`) and messages of its history as what the bot needs to know of them. */
import type { Heard } from "../../src/bot/bot.js";
import type { OpenFile } from "./open-file.js";
import { readAttachments, readBlocks } from "./read-blocks.js";
import { type Fields, fieldsOf, listIn, textIn } from "./read-fields.js";
import { readFile } from "./read-file.js";
import { readMarkup } from "./read-markup.js";

/** The bot itself, as Slack knows it in the workspace. */
export interface Identity {
  readonly teamId: string;
  readonly botId: string;
  readonly userId: string;
  /** Without the @. */
  readonly name: string;
}

export interface SlackMessage extends Heard {
  readonly channel: string;
  /** Slack's identifier of a message within its channel. */
  readonly ts: string;
  /** Where a reply belongs: the message's thread, or the one that a reply to it begins. */
  readonly thread: string;
  /** Whether it stands in a thread below another message. */
  readonly isReply: boolean;
  readonly author: "person" | "bot" | "self";
  readonly person: string;
  readonly mentionsMe: boolean;
}

/** New messages. All other subtypes tell of edits, joins, unfurls and the like. */
const NEW_MESSAGE = new Set(["", "file_share", "thread_broadcast"]);

/** Undefined when the event is no new message. */
export function readMessage(event: unknown, me: Identity, open: OpenFile): SlackMessage | undefined {
  const fields = fieldsOf(event);
  const ts = textIn(fields, "ts");
  const channel = textIn(fields, "channel");
  if (!NEW_MESSAGE.has(textIn(fields, "subtype")) || fields["hidden"] === true || ts === "" || channel === "")
    return undefined;
  const thread = textIn(fields, "thread_ts") || ts;
  return {
    channel,
    ts,
    thread,
    isReply: thread !== ts,
    author: readAuthor(fields, me),
    person: textIn(fields, "user"),
    mentionsMe: mentions(textIn(fields, "text"), me.userId),
    ...readContent(fields, open),
  };
}

/** What a message says. Blocks are preferred: there, what people typed cannot be mistaken for markup. */
export function readContent(message: Fields, open: OpenFile): Heard {
  const own = readBlocks(listIn(message, "blocks")) || readMarkup(textIn(message, "text"));
  const forwarded = listIn(message, "attachments");
  const attached = readAttachments(forwarded);
  return {
    text: own && attached ? `${own}\n${attached}` : own || attached,
    attachments: [message, ...forwarded].flatMap((part) => listIn(part, "files")).map((file) => readFile(file, open)),
  };
}

function mentions(markup: string, userId: string): boolean {
  return markup.includes(`<@${userId}>`) || markup.includes(`<@${userId}|`);
}

function readAuthor(fields: Fields, me: Identity): SlackMessage["author"] {
  const botId = textIn(fields, "bot_id");
  const user = textIn(fields, "user");
  if (user === me.userId || (botId !== "" && botId === me.botId)) return "self";
  return botId !== "" || user === "" || user === "USLACKBOT" ? "bot" : "person";
}
