/** Messages that pass by: answered when they address the bot, overheard when they do not. */
import type { Logger } from "../../src/ops/logger.js";
import type { DiscordMessages, Posting } from "./discord-messages.js";
import { logFailure } from "./log-failure.js";
import { isAddressed, isBlank, isFromPerson, messageKey, type PostedMessage } from "./read-message.js";
import { type DiscordMessage, plainMessage } from "./render-discord.js";
import type { ReplyMemory } from "./reply-memory.js";
import { type SayingParts, sayAsked, sayUnasked } from "./say.js";
import { failed } from "./wording.js";

export interface MessageParts extends SayingParts {
  readonly messages: DiscordMessages;
  readonly replies: ReplyMemory;
  readonly logger: Logger;
}

/** Rejects only for an event that makes no sense. Where the bot may not write, it does not even listen: it must not take a turn that it cannot use. */
export async function handlePosted(parts: MessageParts, message: PostedMessage): Promise<void> {
  const me = parts.places.me();
  if (me === undefined || !isFromPerson(message) || parts.replies.get(message.id)) return;
  const asked = isAddressed(message, me, parts.places.isOwnRole);
  if (!asked && isBlank(message)) return;
  const channel = message.channel_id;
  const allowed = parts.places.allows(channel);
  if (!allowed.post || parts.messages.isForbidden(channel)) return;
  // Kept before anything is known, so that an edit that comes meanwhile waits for the reply.
  const posted = reply(parts, message, asked, allowed.reply);
  parts.replies.set(message.id, { channel, asked, editedAt: message.edited_timestamp, posted });
  if ((await posted) === undefined) parts.replies.delete(message.id);
}

/** Resolves with the id of the reply, or undefined where there is none. */
async function reply(parts: MessageParts, message: PostedMessage, asked: boolean, asReply: boolean) {
  const said = asked ? await answerOnce(parts, message) : await overhear(parts, message);
  return said && post(parts, { channel: message.channel_id, source: message.id, message: said, asked, asReply });
}

/** Undefined when this message has been answered before. */
async function answerOnce(parts: MessageParts, message: PostedMessage): Promise<DiscordMessage | undefined> {
  try {
    return (await parts.bot.claim(messageKey(message))) ? await sayAsked(parts, message) : undefined;
  } catch (error) {
    return plainMessage(failed(logFailure(parts.logger, "a message could not be answered", error)));
  }
}

async function overhear(parts: MessageParts, message: PostedMessage): Promise<DiscordMessage | undefined> {
  try {
    const said = await sayUnasked(parts, message, "posted");
    return said === "nothing" || said === "same" ? undefined : said;
  } catch (error) {
    logFailure(parts.logger, "a message could not be overheard", error);
    return undefined;
  }
}

async function post({ messages, logger }: MessageParts, posting: Posting): Promise<string | undefined> {
  try {
    return await messages.post(posting);
  } catch (error) {
    const reference = logFailure(logger, "a reply could not be posted", error, { channel: posting.channel });
    if (!posting.asked) return undefined;
    return messages.post({ ...posting, message: plainMessage(failed(reference)) }).catch((again: unknown) => {
      logFailure(logger, "not even the apology could be posted", again, { about: reference });
      return undefined;
    });
  }
}
