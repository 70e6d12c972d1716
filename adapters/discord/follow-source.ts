/** A reply follows the message that it answers: it changes with it, and goes with it. */
import type { MessageParts } from "./handle-message.js";
import { logFailure } from "./log-failure.js";
import { isStillAddressed, type PostedMessage } from "./read-message.js";
import type { DiscordMessage } from "./render-discord.js";
import type { KeptReply } from "./reply-memory.js";
import { sayAsked, sayUnasked } from "./say.js";

/** A message was changed. Never rejects. Previews of links and pins are changes too, but do not count as edits. */
export async function handleEdited(parts: MessageParts, message: PostedMessage): Promise<void> {
  const kept = parts.replies.get(message.id);
  const editedAt = message.edited_timestamp;
  if (!kept || !editedAt || editedAt === kept.editedAt) return;
  const posted = kept.posted.then((reply) => (reply ? reconsider(parts, message, kept, reply) : undefined));
  parts.replies.set(message.id, { ...kept, editedAt, posted });
  if ((await posted) === undefined) parts.replies.delete(message.id);
}

/** A message was deleted. Never rejects. */
export async function handleDeleted(parts: MessageParts, source: string): Promise<void> {
  const kept = parts.replies.get(source);
  if (!kept) return;
  parts.replies.delete(source);
  const reply = await kept.posted;
  if (!reply) return;
  try {
    await parts.messages.remove(kept.channel, reply, "patient");
  } catch (error) {
    logFailure(parts.logger, "a reply could not follow a deletion", error);
  }
}

/** Resolves with the id of the reply, or undefined when nothing was left to reply to. */
async function reconsider(
  parts: MessageParts,
  message: PostedMessage,
  { channel, asked }: KeptReply,
  reply: string,
): Promise<string | undefined> {
  try {
    const said = asked ? await sayAgain(parts, message) : await sayUnasked(parts, message, "edited");
    if (said === "nothing") {
      await parts.messages.remove(channel, reply, "patient");
      return undefined;
    }
    if (said !== "same") await parts.messages.edit(channel, reply, said);
  } catch (error) {
    logFailure(parts.logger, "a reply could not follow an edit", error);
  }
  return reply;
}

/** A question that is no longer addressed to the bot wants no reply. */
async function sayAgain(parts: MessageParts, message: PostedMessage): Promise<DiscordMessage | "nothing"> {
  const { places } = parts;
  const me = places.me();
  const isAsked = me === undefined || isStillAddressed(message, me, places.isOwnRole);
  return isAsked ? sayAsked(parts, message) : "nothing";
}
