/** Discord: slash command, message menu, mentions, direct messages, and what is overheard. */
import { RESTEvents } from "discord.js";
import { type Adapter, AdapterError } from "../../src/bot/bot.js";
import type { DiscordConfig } from "../../src/config.js";
import type { Connected } from "../../src/serve.js";
import { DISCORD_TUNING_DEFAULT, type DiscordTuning, makeClient, makeRest } from "./client.js";
import { createConnection } from "./connection.js";
import { createDiscordMessages } from "./discord-messages.js";
import { createEventAge } from "./event-age.js";
import { type ListeningParts, listen } from "./listen.js";
import { logFailure } from "./log-failure.js";
import { TOKEN_REFUSED } from "./login.js";
import { createOnce } from "./once.js";
import { createOpenFile } from "./open-file.js";
import { createReplyMemory } from "./reply-memory.js";

export interface DiscordAdapterParts extends Pick<Connected, "bot" | "logger" | "onDown"> {
  readonly config: DiscordConfig;
  readonly tuning?: DiscordTuning;
}

export function createDiscordAdapter(parts: DiscordAdapterParts): Adapter {
  const { logger, config, tuning = DISCORD_TUNING_DEFAULT } = parts;
  const underWay = new Set<Promise<unknown>>();
  let isLost = false;
  const lose = (error: AdapterError) => {
    if (isLost) return;
    isLost = true;
    void connection.close();
    parts.onDown(adapter, error);
  };
  const listening = createListening(parts, tuning, underWay, () => lose(new AdapterError(TOKEN_REFUSED)));
  const connection = createConnection({
    token: config.token,
    logger,
    backoffFirstMs: tuning.backoffFirstMs,
    onLost: lose,
    makeClient: (seesMessages) => {
      const client = makeClient(config, seesMessages, tuning);
      listen(client, listening);
      return client;
    },
  });
  const adapter: Adapter = {
    name: "discord",
    isUp: connection.isUp,
    start: connection.open,
    stop: async () => {
      await connection.close();
      await Promise.allSettled(underWay);
    },
  };
  return adapter;
}

/** What outlives a client: requests, and what is remembered of replies. */
function createListening(
  { bot, logger, config }: DiscordAdapterParts,
  tuning: DiscordTuning,
  underWay: Set<Promise<unknown>>,
  onTokenRefused: () => void,
): ListeningParts {
  const rest = makeRest(config, tuning);
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => {
    logger.warn({ count }, "Discord refuses many requests; 10,000 in 10 minutes would shut this machine out");
  });
  const messages = createDiscordMessages({ rest, logger, onTokenRefused, now: Date.now });
  return {
    bot,
    rest,
    logger,
    messages,
    openFile: createOpenFile(config.apiUrl, logger),
    once: createOnce(bot, Date.now),
    replies: createReplyMemory(Date.now),
    ageOf: createEventAge(() => performance.now()),
    remove: (channel, message) => messages.remove(channel, message, "hurried"),
    track: (task) => {
      const settled = begin(task)
        .catch((error: unknown) => void logFailure(logger, "an event could not be handled", error))
        .finally(() => underWay.delete(settled));
      underWay.add(settled);
    },
  };
}

/** Begins at once; what is thrown before the first await rejects too. */
async function begin(task: () => Promise<unknown>): Promise<void> {
  await task();
}
