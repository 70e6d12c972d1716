import type { APIInteraction } from "discord-api-types/v10";
import type { Asked } from "../../src/bot/bot.js";

/** A question as it was asked through an interaction. */
export function askedIn(interaction: APIInteraction, text: string): Asked {
  const person = interaction.member?.user.id ?? interaction.user?.id ?? "";
  const locale = "locale" in interaction ? interaction.locale : "en-US";
  return { text, conversation: conversationOf(interaction.channel?.id ?? ""), person: `discord:${person}`, locale };
}

/** The key of a channel, thread or direct message. */
export function conversationOf(channel: string): string {
  return `discord:${channel}`;
}
