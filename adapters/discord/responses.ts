/** The raw responses that interactions get. */
import {
  type APIInteractionResponseChannelMessageWithSource,
  type APIInteractionResponseUpdateMessage,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Reply } from "../../src/bot/bot.js";
import { seenByOne } from "../../src/bot/seen-by.js";
import { type DiscordMessage, plainMessage, renderDiscord } from "./render-discord.js";

/** Seen by everybody in the channel. */
export function shown(message: DiscordMessage): APIInteractionResponseChannelMessageWithSource {
  return { type: InteractionResponseType.ChannelMessageWithSource, data: message };
}

/** Seen by the asker alone, who can show it to all. */
export function hidden(reply: Reply): APIInteractionResponseChannelMessageWithSource {
  return privately(renderDiscord(seenByOne(shareable(reply))));
}

/** Puts another private reply in the place of the one that was pressed. */
export function replaced(reply: Reply, trail: readonly string[]): APIInteractionResponseUpdateMessage {
  return { type: InteractionResponseType.UpdateMessage, data: renderDiscord(seenByOne(shareable(reply)), { trail }) };
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

/** Share shows to all what stands there, so there is none beside what one person alone may know. */
function shareable({ controls, ...reply }: Reply): Reply {
  if (reply.aside) return { ...reply, controls };
  return { ...reply, controls: [...controls.filter((control) => control !== "share"), "share"] };
}
