/** What a raw Discord message says, to whom, and whether it is anything for the bot. */
import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  EmbedType,
  type GatewayMessageCreateDispatchData,
  MessageReferenceType,
  MessageType,
} from "discord-api-types/v10";
import type { Attachment } from "../../src/bot/attachment.js";
import type { Heard } from "../../src/bot/bot.js";
import { fileKind } from "../../src/bot/file-kind.js";
import type { OpenFile } from "./open-file.js";
import { readMarkup } from "./read-markup.js";

type RawMessage = Pick<APIMessage, "content" | "embeds" | "attachments"> &
  Partial<Pick<APIMessage, "message_snapshots" | "components">>;

/** A message from the gateway: only there does it say in which server it was written. */
export type PostedMessage = GatewayMessageCreateDispatchData;

/** The text of a message: its own, what it forwards, and what an alert of another bot says in embeds. */
export function readHeard(message: RawMessage, open: OpenFile): Heard {
  const forwarded = message.message_snapshots?.[0]?.message;
  const parts = [message, ...(forwarded ? [forwarded] : [])];
  return {
    text: parts
      .flatMap((part) => [readMarkup(part.content), ...part.embeds.map(readEmbed), ...readDisplays(part.components)])
      .filter(Boolean)
      .join("\n"),
    attachments: parts.flatMap((part) => part.attachments.map((attachment) => readAttachment(attachment, open))),
  };
}

/** Alerts of newer bots are made of components and have no content. */
function readDisplays(components: readonly APIMessageTopLevelComponent[] = []): string[] {
  return components.flatMap((part) => {
    if (part.type === ComponentType.TextDisplay) return [readMarkup(part.content)];
    const isHolder = part.type === ComponentType.Container || part.type === ComponentType.Section;
    return isHolder ? readDisplays(part.components) : [];
  });
}

/** Embeds of other types are previews of links, which nobody here wrote. */
function readEmbed(embed: APIEmbed): string {
  if (embed.type !== EmbedType.Rich) return "";
  const fields = (embed.fields ?? []).map(({ name, value }) => `${name}: ${value}`);
  return [embed.title, embed.description, ...fields]
    .filter(Boolean)
    .map((text) => readMarkup(text ?? ""))
    .join("\n");
}

/** Discord does not always tell the type of a file. */
function readAttachment(attachment: APIAttachment, open: OpenFile): Attachment {
  const { filename: name, content_type = "", size } = attachment;
  const kind = fileKind(name, content_type);
  return kind.kind === "text" ? { ...kind, name, size, read: open(attachment) } : { ...kind, name };
}

/** The same for the same message, however often it is delivered. */
export function messageKey({ id }: PostedMessage): string {
  return `discord:message:${id}`;
}

/** Written by a person, in a conversation: no bot, no webhook, no "X joined the server". */
export function isFromPerson(message: PostedMessage): boolean {
  const isConversation = message.type === MessageType.Default || message.type === MessageType.Reply;
  return isConversation && !message.author.bot && message.webhook_id === undefined;
}

/** Without the Message Content intent, this is all that is seen of what was not addressed to the bot. */
export function isBlank(message: PostedMessage): boolean {
  return message.content === "" && message.attachments.length === 0 && message.message_snapshots === undefined;
}

/** Whose role it is cannot be told from a message. */
export type IsOwnRole = (guild: string, role: string) => boolean;

/** A direct message, a mention of the bot or its role, or a question in reply to the bot. A mention of everyone addresses nobody. */
export function isAddressed(message: PostedMessage, me: string, isOwnRole: IsOwnRole): boolean {
  const guild = message.guild_id;
  if (guild === undefined) return true;
  if (isMentioned(message, me)) return true;
  if (message.mention_roles.some((role) => isOwnRole(guild, role))) return true;
  return repliedTo(message)?.author.id === me && asksSomething(readMarkup(message.content));
}

/** "thanks!" and "lol" reply to the bot too, and want no answer. */
function asksSomething(text: string): boolean {
  return /\?|\b\d(?:\d\d|xx)\b/i.test(text);
}

/** After an edit. Discord need not send along what an edited message replies to; then it is taken for addressed. */
export function isStillAddressed(message: PostedMessage, me: string, isOwnRole: IsOwnRole): boolean {
  const isUntold = message.type === MessageType.Reply && message.referenced_message === undefined;
  return isUntold || isAddressed(message, me, isOwnRole);
}

/** A reply with a ping mentions too, without saying so in its text; a mention in a code block is only text. */
function isMentioned({ content, mentions }: PostedMessage, me: string): boolean {
  const isWritten = content.includes(`<@${me}>`) || content.includes(`<@!${me}>`);
  return isWritten && mentions.some(({ id }) => id === me);
}

/** The message that this one replies to, where it still exists. */
export function repliedTo(message: PostedMessage): APIMessage | undefined {
  const isReply = (message.message_reference?.type ?? MessageReferenceType.Default) === MessageReferenceType.Default;
  return (isReply && message.referenced_message) || undefined;
}
