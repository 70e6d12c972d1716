/** Posts, edits and deletes the bot's own messages, and knows what Discord's refusals mean for each. */
import { RateLimitError, type REST } from "discord.js";
import { type APIMessage, MessageFlags, type RESTPostAPIChannelMessageJSONBody, Routes } from "discord-api-types/v10";
import type { Logger } from "../../src/ops/logger.js";
import { type BoundedMap, createBoundedMap } from "./bounded-map.js";
import { describeRefusal, readRefusal } from "./discord-errors.js";
import type { DiscordMessage } from "./render-discord.js";

export interface Posting {
  readonly channel: string;
  /** The message to answer. One answer is posted to it, however often this is tried. */
  readonly source: string;
  readonly message: DiscordMessage;
  /** Somebody waits for it: worth waiting for a rate limit, and worth a notification. */
  readonly asked: boolean;
  /** False where Discord would refuse a reply; the message then stands alone. */
  readonly asReply: boolean;
}

export interface DiscordMessages {
  /** The id of what was posted, or undefined where Discord does not allow it. Throws where that should not be. */
  post(posting: Posting): Promise<string | undefined>;
  edit(channel: string, id: string, message: DiscordMessage): Promise<void>;
  /** The message, or undefined where it cannot be read. */
  read(channel: string, id: string): Promise<APIMessage | undefined>;
  /** Whether the message is gone now. Hurried: somebody pressed a button and must be answered within 3 seconds. */
  remove(channel: string, id: string, hurry: "hurried" | "patient"): Promise<boolean>;
  /** Whether Discord has refused to let the bot write in a channel a short while ago. */
  isForbidden(channel: string): boolean;
}

/** Refused requests count: 10,000 in 10 minutes and Discord shuts the whole address out. */
const FORBIDDEN_TTL_MS = 10 * 60 * 1000;
const FORBIDDEN_MAX = 10_000;
const HURRIED_MAX_MS = 2_000;

export interface DiscordMessagesParts {
  readonly rest: REST;
  readonly logger: Logger;
  /** Called when Discord takes the token no more: then nothing can be done. */
  readonly onTokenRefused: () => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function createDiscordMessages(parts: DiscordMessagesParts): DiscordMessages {
  const { rest, now } = parts;
  const forbidden = createBoundedMap<true>(FORBIDDEN_MAX, FORBIDDEN_TTL_MS, now);
  return {
    isForbidden: (channel) => forbidden.get(channel) !== undefined,
    post: (posting) => post(parts, forbidden, posting),
    edit: async (channel, id, message) => {
      try {
        await patiently(() => rest.patch(Routes.channelMessage(channel, id), { body: message }));
      } catch (error) {
        settle(parts, error, { channel, reply: id });
      }
    },
    read: async (channel, id) => {
      try {
        return (await rest.get(Routes.channelMessage(channel, id))) as APIMessage;
      } catch (error) {
        parts.logger.info({ channel, message: id, ...describeRefusal(error) }, "a message could not be read");
        return undefined;
      }
    },
    remove: async (channel, id, hurry) => {
      const route = Routes.channelMessage(channel, id);
      try {
        if (hurry === "hurried") await rest.delete(route, { signal: AbortSignal.timeout(HURRIED_MAX_MS) });
        else await patiently(() => rest.delete(route));
        return true;
      } catch (error) {
        settle(parts, error, { channel, reply: id });
        return readRefusal(error) === "message-gone";
      }
    },
  };
}

async function post(
  parts: DiscordMessagesParts,
  forbidden: BoundedMap<true>,
  posting: Posting,
): Promise<string | undefined> {
  const { channel, source, asReply, asked } = posting;
  try {
    return await (asked ? patiently(() => create(parts.rest, posting)) : create(parts.rest, posting));
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal === "cannot-reply" && asReply) return post(parts, forbidden, { ...posting, asReply: false });
    if (refusal === "forbidden") forbidden.set(channel, true);
    settle(parts, error, { channel, source });
    return undefined;
  }
}

/** Logs what is to be expected; throws what is not. */
function settle({ logger, onTokenRefused }: DiscordMessagesParts, error: unknown, place: object): void {
  const refusal = readRefusal(error);
  switch (refusal) {
    case "forbidden":
    case "cannot-reply":
    case "message-gone":
    case "place-gone":
    case "interaction-gone":
      logger.info({ refusal, ...place }, "Discord does not let me write there");
      break;
    case "rate-limited":
    case "unavailable":
      logger.warn({ refusal, ...place, ...describeRefusal(error) }, "given up: Discord could not take it");
      break;
    case "token-refused":
      onTokenRefused();
      break;
    case "invalid-body":
    case "unknown":
      throw error;
  }
}

/** The nonce makes Discord return the first message instead of posting a second, should the request arrive twice. */
async function create(rest: REST, posting: Posting): Promise<string> {
  const { channel, source, message, asked, asReply } = posting;
  const body: RESTPostAPIChannelMessageJSONBody = {
    ...message,
    nonce: source,
    enforce_nonce: true,
    ...(asReply && { message_reference: { message_id: source, fail_if_not_exists: false } }),
    ...(!asked && { flags: MessageFlags.SuppressNotifications }),
  };
  return readId(await rest.post(Routes.channelMessages(channel), { body }));
}

function readId(created: unknown): string {
  if (typeof created === "object" && created !== null && "id" in created && typeof created.id === "string")
    return created.id;
  throw new TypeError("Discord posted a message without telling its id");
}

/** For how long an answer may wait for a rate limit, and how long for Discord to come back. */
const RATE_LIMIT_WAIT_MAX_MS = 30_000;
const UNAVAILABLE_WAIT_MS = 1_000;

/** Tries once more, a little later, where that can help. */
async function patiently<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const wait = error instanceof RateLimitError ? error.retryAfter : UNAVAILABLE_WAIT_MS;
    const helps = readRefusal(error) === "unavailable" || readRefusal(error) === "rate-limited";
    if (!helps || wait > RATE_LIMIT_WAIT_MAX_MS) throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return request();
  }
}
