/** What the client's cache tells about places: where the bot may write, and which roles are its own. */
import { type Client, PermissionFlagsBits } from "discord.js";

export interface Places {
  /** The bot's own user id; undefined before the gateway has told it. */
  me(): string | undefined;
  isOwnRole(guild: string, role: string): boolean;
  /** The channel that a thread belongs to; undefined for what is no thread, or not cached. */
  parentOf(channel: string): string | undefined;
  /** Whether the bot may write there, and whether as a reply. What is not cached may be tried. */
  allows(channel: string): { readonly post: boolean; readonly reply: boolean };
}

const TRY = { post: true, reply: true };

export function createPlaces(client: Client): Places {
  const me = () => client.user?.id;
  return {
    me,
    isOwnRole: (guild, role) => client.guilds.cache.get(guild)?.roles.cache.get(role)?.tags?.botId === me(),
    parentOf: (id) => {
      const channel = client.channels.cache.get(id);
      return channel?.isThread() ? (channel.parentId ?? undefined) : undefined;
    },
    allows: (id) => {
      const channel = client.channels.cache.get(id);
      if (!channel || channel.isDMBased() || !client.user) return TRY;
      const own = channel.permissionsFor(client.user);
      if (!own) return TRY;
      // In threads, Send Messages has no effect.
      const { SendMessages, SendMessagesInThreads, ViewChannel, ReadMessageHistory } = PermissionFlagsBits;
      return {
        post: own.has([ViewChannel, channel.isThread() ? SendMessagesInThreads : SendMessages]),
        reply: own.has(ReadMessageHistory),
      };
    },
  };
}
