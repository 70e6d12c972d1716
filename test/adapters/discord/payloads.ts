/** What Discord's gateway sends, as far as it matters here. */
import {
  type APIMessage,
  ChannelType,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as Permission,
} from "discord-api-types/v10";

const DISCORD_EPOCH_MS = 1_420_070_400_000n;
let count = 0n;

/** A new identifier that says "now", or so many milliseconds ago. */
export function snowflake(agoMs = 0): string {
  count += 1n;
  return String(((BigInt(Date.now() - agoMs) - DISCORD_EPOCH_MS) << 22n) + (count % 4_194_304n));
}

export const BOT = {
  id: snowflake(),
  username: "teapot",
  global_name: "Teapot",
  discriminator: "0000",
  avatar: null,
  bot: true,
};
export const ALICE = { id: snowflake(), username: "alice", global_name: "Alice *A*", discriminator: "0", avatar: null };
export const BOB = { id: snowflake(), username: "bob", global_name: null, discriminator: "0", avatar: null };
export const GUILD = snowflake();
export const CHANNEL = snowflake();
/** There the bot may not write. */
export const READ_ONLY_CHANNEL = snowflake();
/** There it may write, but not read what was written before. */
export const NO_HISTORY_CHANNEL = snowflake();
export const DIRECT_CHANNEL = snowflake();
export const OWN_ROLE = snowflake();
export const OTHER_ROLE = snowflake();

export const INVITED_WITH = 274_877_991_936n;
const role = (id: string, name: string, permissions: bigint, tags?: object) => {
  return {
    id,
    name,
    permissions: String(permissions),
    position: 1,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: true,
    ...(tags && { tags }),
  };
};
const channel = (id: string, denied = 0n) => ({
  id,
  type: ChannelType.GuildText,
  guild_id: GUILD,
  name: "general",
  position: 0,
  permission_overwrites: [{ id: GUILD, type: 0, allow: "0", deny: String(denied) }],
});
export const member = (user: object, roles: readonly string[] = []) => {
  return { user, roles, joined_at: "2026-01-01T00:00:00.000Z", deaf: false, mute: false, flags: 0 };
};

/** GUILD_CREATE of a server with the bot in it. */
export function guild(id = GUILD): object {
  return {
    id,
    name: "Server",
    owner_id: ALICE.id,
    member_count: 3,
    roles: [
      role(id, "@everyone", INVITED_WITH),
      role(OWN_ROLE, "Teapot", INVITED_WITH, { bot_id: BOT.id }),
      role(OTHER_ROLE, "Devs", 0n),
    ],
    members: [member(BOT, [OWN_ROLE])],
    channels: [
      channel(CHANNEL),
      channel(READ_ONLY_CHANNEL, Permission.SendMessages),
      channel(NO_HISTORY_CHANNEL, Permission.ReadMessageHistory),
    ],
    threads: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    features: [],
    large: false,
    unavailable: false,
  };
}

export type RawMessage = APIMessage & { readonly guild_id?: string; readonly channel_type: ChannelType };

/** A message that Alice wrote in the channel, unless something else is said. */
export function message(content: string, changes: Partial<RawMessage> = {}): RawMessage {
  return {
    id: snowflake(),
    channel_id: CHANNEL,
    guild_id: GUILD,
    channel_type: ChannelType.GuildText,
    author: ALICE,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: content.includes(BOT.id) ? [BOT] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: MessageType.Default,
    ...changes,
  };
}

export function directMessage(content: string, changes: Partial<RawMessage> = {}): RawMessage {
  const { guild_id: _, ...rest } = message(content, {
    channel_id: DIRECT_CHANNEL,
    channel_type: ChannelType.DM,
    ...changes,
  });
  return rest;
}

/** What makes a message a reply to another one. */
export function replyTo(source: RawMessage): Partial<RawMessage> {
  return {
    type: MessageType.Reply,
    message_reference: { type: MessageReferenceType.Default, message_id: source.id, channel_id: source.channel_id },
    referenced_message: source,
  };
}

/** Every edit has a time of its own. */
export function edited(source: RawMessage, content: string): RawMessage {
  count += 1n;
  return { ...source, content, edited_timestamp: new Date(Date.now() + Number(count)).toISOString() };
}

export function picture(): APIMessage["attachments"][number] {
  const url = "http://127.0.0.1:9/cat.png";
  return { id: snowflake(), filename: "cat.png", content_type: "image/png", size: 1, url, proxy_url: url };
}
