import { describe, expect, it } from "vitest";
import { makeRest } from "../../../adapters/discord/client.js";
import { createDiscordMessages } from "../../../adapters/discord/discord-messages.js";
import { plainMessage } from "../../../adapters/discord/render-discord.js";
import type { Bot } from "../../../src/bot/bot.js";
import { createBot } from "../../../src/bot/create-bot.js";
import { createLogger } from "../../../src/ops/logger.js";
import { catalog } from "../../catalog.js";
import { startLocalDiscord, TOKEN } from "./local-discord.js";
import { BOT, CHANNEL, edited, message, snowflake } from "./payloads.js";
import { type Running, run, until } from "./running.js";

const MENTION = `<@${BOT.id}>`;
const refusal = (status: number, code: number, text = "refused") => ({ status, body: { code, message: text } });
const posts = ({ discord }: Running) =>
  discord.calls.filter(({ method, path }) => method === "POST" && path.endsWith("/messages"));

describe("A channel where Discord does not let the bot write", () => {
  it.each([
    [50_013, "Missing Permissions"],
    [50_001, "Missing Access"],
  ])("(%d) is left alone for a while, and others are not", async (code, text) => {
    let heard = 0;
    const bot = createBot(catalog);
    const listening: Bot = {
      ...bot,
      hear: (event) => {
        heard += 1;
        return bot.hear(event);
      },
    };
    const running = await run({ bot: listening });
    running.discord.refuse({ path: new RegExp(`channels/${CHANNEL}/messages`), ...refusal(403, code, text) });
    running.say(message(`${MENTION} 404`));
    await until(() => running.lines("info").find(({ refusal: why }) => why === "forbidden"), "the refusal");
    running.say(message(`${MENTION} 500`));
    running.say(message("what's 401 vs 403"));
    await running.ask(message(`${MENTION} 500`, { channel_id: snowflake() }));
    await running.finish();
    expect(posts(running)).toHaveLength(2);
    expect(heard).toBe(0);
  });
});

describe("A refusal to write in a channel", () => {
  it("is forgotten after ten minutes", async () => {
    let now = 0;
    const discord = await startLocalDiscord();
    const rest = makeRest({ token: TOKEN, apiUrl: discord.apiUrl }, { requestsPerSecond: 50, backoffFirstMs: 1 });
    const logger = createLogger("silent");
    const messages = createDiscordMessages({ rest, logger, onTokenRefused: () => {}, now: () => now });
    discord.refuse({ path: /messages/, ...refusal(403, 50_013) });
    const posting = {
      channel: CHANNEL,
      source: snowflake(),
      message: plainMessage("hello"),
      asked: true,
      asReply: false,
    };
    expect(await messages.post(posting)).toBeUndefined();
    now = 10 * 60 * 1000 - 1;
    expect(messages.isForbidden(CHANNEL)).toBe(true);
    now += 1;
    expect(messages.isForbidden(CHANNEL)).toBe(false);
    expect(await messages.post(posting)).toBeDefined();
    await discord.stop();
  });
});

describe("A reply", () => {
  it("that may not refer to its source (160002) stands alone", async () => {
    const running = await run();
    running.discord.refuse({ path: /messages$/, ...refusal(400, 160_002) });
    const reply = await running.ask(message(`${MENTION} 404`));
    expect(reply.message_reference).toBeUndefined();
  });

  it.each([10_003, 10_008, 50_007, 50_083, 160_005])(
    "that has no place any more (%d) is given up quietly",
    async (code) => {
      const running = await run();
      running.discord.refuse({ path: /messages$/, ...refusal(400, code) });
      running.say(message(`${MENTION} 404`));
      await until(() => running.lines("info").find(({ msg }) => msg.includes("does not let me write")), "the log line");
      await running.finish();
      expect(posts(running)).toHaveLength(1);
      expect(running.lines("error")).toEqual([]);
    },
  );

  it("that is gone when its source is edited is forgotten", async () => {
    const running = await run();
    const source = message(`${MENTION} 404`);
    const reply = await running.ask(source);
    running.discord.messages.delete(reply.id);
    running.discord.gateway.dispatch("MESSAGE_UPDATE", edited(source, `${MENTION} 500`));
    await until(() => running.lines("info").find(({ refusal: why }) => why === "message-gone"), "the refusal");
    expect(running.lines("error")).toEqual([]);
  });

  it.each([
    ["was posted, although Discord's answer was lost", { takesEffect: true }],
    ["could not be posted three times", { times: 3 }],
  ])("that %s, is there once", async (_, how) => {
    const running = await run();
    running.discord.refuse({ path: /messages$/, status: 502, ...how });
    const question = message(`${MENTION} 404`);
    await running.ask(question);
    await running.finish();
    expect(running.discord.messages.size).toBe(1);
    expect(new Set(posts(running).map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it("that Discord finds wrong is replaced by an apology", async () => {
    const running = await run();
    running.discord.refuse({ path: /messages$/, ...refusal(400, 50_035) });
    const reply = await running.ask(message(`${MENTION} 404`));
    expect(reply.content).toContain(String(running.lines("error")[0]?.["reference"]));
  });
});

describe("A rate limit", () => {
  const limited = (seconds: number, headers: Record<string, string>) => ({
    path: /messages$/,
    status: 429,
    body: { message: "You are being rate limited.", retry_after: seconds, global: "x-ratelimit-global" in headers },
    headers: { "retry-after": String(seconds), ...headers },
  });

  it.each([
    ["of the route", 0.2, { "x-ratelimit-scope": "user" }],
    ["shared by all who write there", 0.2, { "x-ratelimit-scope": "shared" }],
    ["of the whole bot", 0.2, { "x-ratelimit-scope": "global", "x-ratelimit-global": "true" }],
    ["longer than the SDK is allowed to wait", 3.1, { "x-ratelimit-scope": "user" }],
  ])("%s delays an answer, and does not lose or repeat it", async (_, seconds, headers) => {
    const running = await run();
    running.discord.refuse(limited(seconds, headers));
    await running.ask(message(`${MENTION} 404`));
    await running.finish();
    expect(running.discord.messages.size).toBe(1);
  });

  it("that lasts is not waited for when nobody asked", async () => {
    const running = await run();
    running.discord.refuse(limited(600, { "x-ratelimit-scope": "user" }));
    running.say(message("what's 401 vs 403"));
    await until(() => running.lines("warn").find(({ refusal: why }) => why === "rate-limited"), "the log line");
    await running.finish();
    expect(running.discord.messages.size).toBe(0);
  });
});
