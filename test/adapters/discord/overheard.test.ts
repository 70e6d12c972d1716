import { MessageFlags } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { ALICE, BOT, CHANNEL, edited, message, replyTo } from "./payloads.js";
import { run, until } from "./running.js";

const MENTION = `<@${BOT.id}>`;

describe("Overheard", () => {
  const LOG = [
    '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"',
    '203.0.113.31 - - [21/Nov/2026:03:14:24 +0000] "GET /v1/cart/7730 HTTP/1.1" 502 157 "-" "okhttp/4.12.0"',
    '203.0.113.31 - - [21/Nov/2026:03:14:31 +0000] "GET /v1/cart/7730 HTTP/1.1" 499 0 "-" "okhttp/4.12.0"',
  ].join("\n");

  it.each([
    ["an unmistakable question", "what's 401 vs 403", "401 vs 403"],
    ["a pasted log", LOG, "502"],
    ["a pasted log in a code block", `any idea?\n\`\`\`log\n${LOG}\n\`\`\``, "502"],
  ])("%s gets a silent reply with a way to get rid of it", async (_, content, expected) => {
    const { ask } = await run();
    const source = message(content);
    const reply = await ask(source);
    expect(reply.content).toContain(expected);
    expect(reply.flags).toBe(MessageFlags.SuppressNotifications);
    expect(reply.message_reference?.message_id).toBe(source.id);
    expect(JSON.stringify(reply.components)).toContain(`m1:${ALICE.id}`);
  });

  it("once says no more than a line where a line is enough", async () => {
    const { ask } = await run();
    const reply = await ask(message("what does http 404 mean?"));
    expect(reply.embeds).toEqual([]);
    expect(reply.content.split("\n").length).toBeLessThanOrEqual(3);
  });

  it("does nothing without the permission to read messages", async () => {
    const { discord, say, finish } = await run({ grantsContent: false });
    say(message(""));
    await finish();
    expect([...discord.messages.values()]).toEqual([]);
  });
});

describe("When the source of a reply", () => {
  it("is edited, the reply changes", async () => {
    const { discord, ask } = await run();
    const source = message("what's 401 vs 403");
    const reply = await ask(source);
    discord.gateway.dispatch("MESSAGE_UPDATE", edited(source, "what's 502 vs 504"));
    await until(() => discord.messages.get(reply.id)?.content.includes("502 vs 504"), "the changed reply");
    expect(JSON.stringify(discord.messages.get(reply.id)?.components)).toContain(`m1:${ALICE.id}`);
  });

  it("is edited so that nothing is left to explain, the reply goes", async () => {
    const { discord, ask } = await run();
    const source = message("what's 401 vs 403");
    const reply = await ask(source);
    discord.gateway.dispatch("MESSAGE_UPDATE", edited(source, "never mind"));
    await until(() => discord.deleted.includes(reply.id), "the deletion");
  });

  it("is edited so that it no longer addresses the bot, the reply goes", async () => {
    const { discord, ask } = await run();
    const source = message(`${MENTION} 404`);
    const reply = await ask(source);
    discord.gateway.dispatch("MESSAGE_UPDATE", edited(source, "404"));
    await until(
      () => discord.deleted.includes(reply.id) || discord.calls.some(({ method }) => method === "PATCH"),
      "it",
    );
    expect(discord.deleted).toEqual([reply.id]);
  });

  it("replies to the bot, and an edit comes without what it replies to, the reply changes", async () => {
    const { discord, ask } = await run();
    const { referenced_message: own, ...rest } = replyTo(message("401", { author: BOT as typeof ALICE }));
    const source = message("and 403?", rest);
    const reply = await ask({ ...source, referenced_message: own ?? null });
    discord.gateway.dispatch("MESSAGE_UPDATE", edited(source, "and 404?"));
    await until(() => discord.messages.get(reply.id)?.content.includes("404 Not Found"), "the changed reply");
  });

  it.each([
    ["gets a preview of its link", null],
    ["gets a preview after it was edited", "2026-11-21T00:00:00.000Z"],
  ])("%s, nothing happens", async (_, edited_timestamp) => {
    const { discord, ask, finish } = await run();
    const source = message("what's 401 vs 403", { edited_timestamp });
    await ask(source);
    discord.gateway.dispatch("MESSAGE_UPDATE", { ...source, content: "never mind" });
    await finish();
    expect(discord.calls.filter(({ method }) => method === "PATCH" || method === "DELETE")).toEqual([]);
  });

  it("is edited while the reply is on its way, the last edit wins", async () => {
    const { discord, say, replyTo: replyOf } = await run();
    const source = message("what's 401 vs 403");
    say(source);
    for (const content of ["what's 301 vs 302", "what's 500 vs 503", "what's 502 vs 504"])
      discord.gateway.dispatch("MESSAGE_UPDATE", edited(source, content));
    const reply = await replyOf(source);
    await until(() => discord.messages.get(reply.id)?.content.includes("502 vs 504"), "the last edit");
  });

  it("is deleted, the reply goes", async () => {
    const { discord, ask } = await run();
    const source = message("what's 401 vs 403");
    const reply = await ask(source);
    discord.gateway.dispatch("MESSAGE_DELETE", { id: source.id, channel_id: CHANNEL, guild_id: source.guild_id });
    await until(() => discord.deleted.includes(reply.id), "the deletion");
  });

  it("is deleted while the reply is on its way, the reply goes", async () => {
    const { discord, say } = await run();
    const source = message(`${MENTION} 404`);
    say(source);
    discord.gateway.dispatch("MESSAGE_DELETE", { id: source.id, channel_id: CHANNEL });
    await until(() => discord.deleted.length === 1, "the deletion");
  });

  it("arrived twice and is deleted, the reply goes", async () => {
    const { discord, ask, say } = await run();
    const source = message(`${MENTION} 404`);
    const reply = await ask(source);
    say(source);
    discord.gateway.dispatch("MESSAGE_DELETE", { id: source.id, channel_id: CHANNEL });
    await until(() => discord.deleted.includes(reply.id), "the deletion");
  });

  it("is deleted with many others, the replies go", async () => {
    const { discord, ask } = await run();
    const sources = [message(`${MENTION} 404`), message(`${MENTION} 500`)];
    const replies = await Promise.all(sources.map(ask));
    discord.gateway.dispatch("MESSAGE_DELETE_BULK", { ids: sources.map(({ id }) => id), channel_id: CHANNEL });
    await until(() => replies.every(({ id }) => discord.deleted.includes(id)), "both deletions");
  });

  it("is deleted after the reply was, that is all right", async () => {
    const { discord, ask, finish, logs } = await run();
    const source = message(`${MENTION} 404`);
    const reply = await ask(source);
    discord.messages.delete(reply.id);
    discord.gateway.dispatch("MESSAGE_DELETE", { id: source.id, channel_id: CHANNEL });
    await finish();
    expect(logs().filter(({ level }) => level === "error")).toEqual([]);
  });
});
