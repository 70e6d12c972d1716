/** The raw responses that interactions get. */
import {
  type APIInteractionResponseChannelMessageWithSource,
  type APIInteractionResponseUpdateMessage,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Reply } from "../../src/bot/bot.js";
import { type DiscordMessage, plainMessage, renderDiscord } from "./render-discord.js";

/** Seen by everybody in the channel. */
export function shown(message: DiscordMessage): APIInteractionResponseChannelMessageWithSource {
  return { type: InteractionResponseType.ChannelMessageWithSource, data: message };
}

/** Seen by the asker alone, who can show it to all. */
export function hidden(reply: Reply): APIInteractionResponseChannelMessageWithSource {
  return privately(renderDiscord(shareable(reply)));
}

/** Puts another private reply in the place of the one that was pressed. */
export function replaced(reply: Reply, trail: readonly string[]): APIInteractionResponseUpdateMessage {
  return { type: InteractionResponseType.UpdateMessage, data: renderDiscord(shareable(reply), { trail }) };
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

function shareable({ card, controls }: Reply): Reply {
  return { card, controls: [...controls.filter((control) => control !== "share"), "share"] };
}
