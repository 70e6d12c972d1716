/** The raw responses that interactions get. */
import {
  type APIInteractionResponseChannelMessageWithSource,
  type APIInteractionResponseDeferredChannelMessageWithSource,
  type APIInteractionResponseUpdateMessage,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Reply } from "../../src/bot/bot.js";
import { seenByOne } from "../../src/bot/seen-by.js";
import { type DiscordMessage, plainMessage, renderDiscord, type Surroundings } from "./render-discord.js";

/** Seen by everybody in the channel. */
export function shown(message: DiscordMessage): APIInteractionResponseChannelMessageWithSource {
  return { type: InteractionResponseType.ChannelMessageWithSource, data: message };
}

/** Seen by the asker alone, who can show it to all. */
export function hidden(reply: Reply): APIInteractionResponseChannelMessageWithSource {
  return privately(shareable(reply));
}

/** "Thinking…", for the asker alone. */
export const HIDDEN_LATER: APIInteractionResponseDeferredChannelMessageWithSource = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};

/** Puts another private reply in the place of the one that was pressed. */
export function replaced(reply: Reply, trail: readonly string[]): APIInteractionResponseUpdateMessage {
  return { type: InteractionResponseType.UpdateMessage, data: shareable(reply, { trail }) };
}

export function privately(message: DiscordMessage): APIInteractionResponseChannelMessageWithSource {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...message, flags: MessageFlags.Ephemeral },
  };
}

/** A sentence for the asker alone, in Discord's markdown. */
export function notice(text: string): APIInteractionResponseChannelMessageWithSource {
  return privately(plainMessage(text));
}

/** A private message with a button that shows it to all, unless it says what one person alone may know. */
export function shareable(reply: Reply, around: Partial<Surroundings> = {}): DiscordMessage {
  const others = reply.controls.filter((control) => control !== "share");
  const controls: Reply["controls"] = reply.aside ? others : [...others, "share"];
  return renderDiscord(seenByOne({ ...reply, controls }), around);
}
