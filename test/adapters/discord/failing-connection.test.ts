import { GatewayIntentBits } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { AdapterError } from "../../../src/bot/bot.js";
import { slash } from "./interaction-payloads.js";
import { startLocalDiscord } from "./local-discord.js";
import { BOT, message } from "./payloads.js";
import { type Running, run, until } from "./running.js";

const MENTION = `<@${BOT.id}>`;

describe("A token that Discord does not accept", () => {
  it.each([
    ["by the REST interface", { token: "another" }],
    ["by the gateway", { gatewayToken: "another" }],
  ])("%s stops the start at once, and the message says what to do", async (_, options) => {
    const running = await run({ ...options, starts: false });
    const error = await running.adapter.start().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AdapterError);
    expect(String(error)).toMatch(/DISCORD_TOKEN.*Reset Token/);
    expect(running.adapter.isUp()).toBe(false);
    expect(running.discord.calls).toHaveLength(1);
    expect(running.discord.gateway.identifies.length).toBeLessThanOrEqual(1);
  });

  it("any more, seen at the gateway, ends the adapter without another try", async () => {
    const running = await run();
    running.discord.gateway.drop(4004);
    await until(() => running.downs.length, "the end");
    expect(running.downs).toHaveLength(1);
    expect(String(running.downs[0])).toContain("DISCORD_TOKEN");
    expect(running.discord.gateway.identifies).toHaveLength(1);
  });

  it("any more, seen at a reply, ends the adapter", async () => {
    const running = await run();
    running.discord.refuse({ path: /messages/, status: 401, body: { code: 0, message: "401: Unauthorized" } });
    running.say(message(`${MENTION} 404`));
    await until(() => running.downs.length, "the end");
    expect(String(running.downs[0])).toContain("DISCORD_TOKEN");
    await until(() => !running.adapter.isUp(), "the connection's end");
  });
});

describe("Without the Message Content intent", () => {
  const withContent = (running: Running) =>
    running.discord.gateway.identifies.map(({ intents }) => (intents & GatewayIntentBits.MessageContent) !== 0);

  it("it goes on without overhearing, and the log says once what to switch on", async () => {
    const running = await run({ grantsContent: false });
    expect(withContent(running)).toEqual([true, false]);
    expect(running.adapter.isUp()).toBe(true);
    expect(running.lines("warn").map(({ msg }) => msg)).toEqual([expect.stringContaining("Message Content Intent")]);
    expect((await running.discord.interact(slash("404"))).data.content).toContain("404 Not Found");
    expect((await running.ask(message(`${MENTION} 500`))).content).toContain("500 Internal Server Error");
  });

  it("any more, it goes on in the same way", async () => {
    const running = await run();
    running.discord.grantContent(false);
    running.discord.gateway.drop(4014);
    await until(() => running.discord.gateway.identifies.length === 2 && running.adapter.isUp(), "the new connection");
    expect(withContent(running)).toEqual([true, false]);
    expect(running.lines("warn")).toHaveLength(1);
    expect((await running.discord.interact(slash("404"))).data.content).toContain("404 Not Found");
    expect(running.downs).toEqual([]);
  });

  it("it gives up when Discord refuses even the intents that need no permission", async () => {
    const running = await run({ grantsContent: false });
    running.discord.gateway.drop(4014);
    await until(() => running.downs.length, "the end");
    expect(String(running.downs[0])).toContain("4014");
  });
});

describe("A connection that drops", () => {
  it("is resumed, and what was said meanwhile is answered once", async () => {
    const running = await run();
    running.discord.gateway.drop(4000);
    await until(() => !running.adapter.isUp(), "the drop");
    const reply = await running.ask(message(`${MENTION} 404`));
    expect(reply.content).toContain("404 Not Found");
    expect(running.discord.gateway.resumes).toHaveLength(1);
    expect(running.discord.gateway.identifies).toHaveLength(1);
    await until(() => running.adapter.isUp(), "the connection");
    await running.finish();
    expect(running.discord.messages.size).toBe(1);
  });

  it.each([4010, 4011, 4012, 4013])("for good with code %d ends the adapter with a reason", async (code) => {
    const running = await run();
    running.discord.gateway.drop(code);
    await until(() => running.downs.length, "the end");
    expect(String(running.downs[0])).toContain(String(code));
  });
});

describe("A Discord that cannot be reached", () => {
  it("is tried again until it can", async () => {
    const gone = await startLocalDiscord();
    await gone.stop();
    const running = await run({ at: gone.apiUrl, starts: false });
    const started = running.adapter.start();
    await until(() => running.lines("warn").length >= 2, "two tries");
    expect(running.adapter.isUp()).toBe(false);
    const back = await startLocalDiscord({ port: gone.port });
    await started;
    expect(running.adapter.isUp()).toBe(true);
    await running.adapter.stop();
    await back.stop();
  });

  it("does not keep the process from stopping", async () => {
    const gone = await startLocalDiscord();
    await gone.stop();
    const running = await run({ at: gone.apiUrl, starts: false });
    const started = running.adapter.start().catch((error: unknown) => error);
    await until(() => running.lines("warn").length, "a try");
    await running.adapter.stop();
    expect(String(await started)).toContain("Stopped before");
  });
});
