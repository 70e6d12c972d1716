/** One of the two bots that are compared, in a process of its own: `discord-bot.js echo|teapot <address>`. */
import { Client, Events, GatewayIntentBits } from "discord.js";
import { createDiscordAdapter } from "../../adapters/discord/discord-adapter.js";
import { createBot } from "../../src/bot/create-bot.js";
import { loadCatalog } from "../../src/catalog/load-catalog.js";
import { createLogger } from "../../src/ops/logger.js";
import { TOKEN } from "../adapters/discord/local-discord.js";

/** What a bot tells of itself when it is asked. */
export interface Report {
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly cpuMs: number;
}

/** The local Discord has no limit; both are measured without the SDK's own brake of 50 requests a second. */
const UNLIMITED = Number.POSITIVE_INFINITY;

async function startEcho(apiUrl: string): Promise<void> {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, MessageContent],
    rest: { api: apiUrl, globalRequestsPerSecond: UNLIMITED },
    enforceNonce: true,
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
  });
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply(message.content);
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(TOKEN);
  await ready;
}

async function startTeapot(apiUrl: string): Promise<void> {
  const adapter = createDiscordAdapter({
    bot: createBot(loadCatalog(new URL("../../data/catalog.json", import.meta.url))),
    logger: createLogger("warn"),
    onDown: (_, error) => {
      throw error;
    },
    config: { token: TOKEN, apiUrl },
    tuning: { requestsPerSecond: UNLIMITED, backoffFirstMs: 1_000 },
  });
  await adapter.start();
}

/** `collects`: counts only what is still in use, which takes a while. */
function report(collects: boolean): Report {
  const { user, system } = process.cpuUsage();
  for (let round = 0; collects && round < 3; round++) globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, rssBytes: rss, cpuMs: (user + system) / 1_000 };
}

const [kind, apiUrl = ""] = process.argv.slice(2);
await (kind === "echo" ? startEcho(apiUrl) : startTeapot(apiUrl));
process.on("message", (ask) => process.send?.(report(ask === "collect")));
process.on("disconnect", () => process.exit());
process.send?.(report(true));
