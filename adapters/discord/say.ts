/** What to reply to a message: the way from Discord's message to the core's question and back. */
import type { Bot } from "../../src/bot/bot.js";
import { pointsElsewhere } from "../../src/bot/points-elsewhere.js";
import { seenByAll, seenByOne } from "../../src/bot/seen-by.js";
import { conversationOf } from "./asked-in.js";
import type { DiscordMessages } from "./discord-messages.js";
import type { OpenFile } from "./open-file.js";
import type { Places } from "./places.js";
import { messageKey, type PostedMessage, readHeard, repliedTo } from "./read-message.js";
import { type DiscordMessage, renderDiscord } from "./render-discord.js";
import { CANNOT_READ } from "./wording.js";

export interface SayingParts {
  readonly bot: Bot;
  readonly places: Places;
  readonly messages: Pick<DiscordMessages, "read">;
  readonly openFile: OpenFile;
}

/** Messages do not tell which language their author reads. */
const LOCALE = "en-US";

export async function sayAsked(parts: SayingParts, message: PostedMessage): Promise<DiscordMessage> {
  const { bot, places, openFile } = parts;
  const heard = readHeard(message, openFile);
  const source = repliedTo(message) ?? (pointsElsewhere(heard.text) ? await threadStart(parts, message) : undefined);
  const isOwn = source?.author.id === places.me(); // its embeds only go on about what its content says
  const about = source && readHeard(isOwn ? { ...source, embeds: [] } : source, openFile);
  const reply = await bot.answer({
    ...heard,
    ...(about && { about }),
    conversation: conversationOf(message.channel_id),
    person: `discord:${message.author.id}`,
    locale: LOCALE,
  });
  const said = renderDiscord(message.guild_id === undefined ? seenByOne(reply) : seenByAll(reply));
  const isUnreadable = about !== undefined && about.text === "" && about.attachments.length === 0;
  if (!isUnreadable || !pointsElsewhere(heard.text)) return said;
  return { ...said, content: `${CANNOT_READ}\n\n${said.content}` };
}

/** What a thread was started from has the same id as the thread. */
async function threadStart({ places, messages }: SayingParts, { channel_id, attachments }: PostedMessage) {
  const parent = attachments.length === 0 ? places.parentOf(channel_id) : undefined;
  return parent === undefined ? undefined : messages.read(parent, channel_id);
}

/** "nothing": the message says nothing that deserves a reply. "same": it might, but not now. */
export async function sayUnasked(
  { bot, openFile }: SayingParts,
  message: PostedMessage,
  kind: "posted" | "edited",
): Promise<DiscordMessage | "nothing" | "same"> {
  const verdict = await bot.hear({
    ...readHeard(message, openFile),
    kind,
    message: messageKey(message),
    conversation: conversationOf(message.channel_id),
    author: "person",
  });
  if (verdict.speak) return renderDiscord(seenByAll(verdict.reply), { author: message.author.id });
  return verdict.reason === "nothing-clear" ? "nothing" : "same";
}
