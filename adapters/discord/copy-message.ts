import {
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIMessage,
  type APIStringSelectComponent,
  ComponentType,
} from "discord-api-types/v10";
import { readPress } from "./custom-id.js";
import { type DiscordMessage, type MessageRow, plainMessage } from "./render-discord.js";

/** One of the bot's own messages as Discord returned it, to be sent again: without what Discord added, and without controls. */
export function copyMessage(message: APIMessage): DiscordMessage {
  return {
    ...plainMessage(message.content),
    embeds: message.embeds.map(copyEmbed),
    components: (message.components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? copyRow(row) : [])),
  };
}

function copyEmbed({ color, description, fields }: APIEmbed): APIEmbed {
  return {
    ...(color !== undefined && { color }),
    ...(description !== undefined && { description }),
    fields: (fields ?? []).map(({ name, value, inline = false }) => ({ name, value, inline })),
  };
}

/** Only what asks questions: the way back and the sharing were the asker's own. */
function copyRow({ type, components }: MessageRow): MessageRow[] {
  const asking = components.flatMap(copyComponent);
  return asking.length > 0 ? [{ type, components: asking }] : [];
}

function copyComponent(component: MessageRow["components"][number]): MessageRow["components"] {
  switch (component.type) {
    case ComponentType.Button:
      return isQuestion(component) ? [copyButton(component)] : [];
    case ComponentType.StringSelect:
      return [copySelect(component)];
    case ComponentType.ChannelSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.RoleSelect:
    case ComponentType.UserSelect:
      return [];
  }
}

function isQuestion(component: APIButtonComponent): component is APIButtonComponentWithCustomId {
  return "custom_id" in component && readPress(component.custom_id)?.kind === "ask";
}

function copyButton({ type, style, label = "", custom_id }: APIButtonComponentWithCustomId) {
  return { type, style, label, custom_id };
}

function copySelect({ type, custom_id, placeholder = "", options }: APIStringSelectComponent) {
  return { type, custom_id, placeholder, options: options.map(({ label, value }) => ({ label, value })) };
}
