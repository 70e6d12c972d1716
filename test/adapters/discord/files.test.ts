import { InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { menuOn } from "./interaction-payloads.js";
import type { LocalDiscord } from "./local-discord.js";
import type { LocalFile } from "./local-rest.js";
import { BOB, BOT, message, type RawMessage, replyTo, snowflake } from "./payloads.js";
import { run, until } from "./running.js";

const MENTION = `<@${BOT.id}>`;
const FAILED =
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"\n';
const FINE = FAILED.replace("502", "201");
const MB = 1024 * 1024;

type Upload = Partial<LocalFile> & { readonly name?: string; readonly type?: string; readonly size?: number };

/** A message to which somebody has attached a file. */
function withFile(discord: LocalDiscord, content: string, upload: Upload = {}, changes: Partial<RawMessage> = {}) {
  const { name = "message.txt", type = "text/plain; charset=utf-8", content: file = FINE + FAILED.repeat(3) } = upload;
  const path = `/attachments/${snowflake()}/${name}?ex=1&is=2&hm=3`;
  discord.files.set(path, { ...upload, content: file });
  const url = new URL(path, discord.apiUrl).href;
  const size = upload.size ?? file.length;
  const attachment = { id: snowflake(), filename: name, content_type: type, size, url, proxy_url: url };
  return message(content, { attachments: [attachment], ...changes });
}

/** What the menu's asker reads in the end. */
async function explain(discord: LocalDiscord, target: RawMessage) {
  const asked = menuOn(target);
  const response = await discord.interact(asked);
  expect(response).toEqual({
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  });
  return until(() => discord.filledIn.get(asked.token), "the answer");
}

describe("A message.txt", () => {
  it("that comes with a mention is explained", async () => {
    const { discord, ask } = await run();
    expect((await ask(withFile(discord, MENTION))).content).toContain("502");
  });

  it("that a mention replies to is explained", async () => {
    const { discord, ask } = await run();
    const source = withFile(discord, "", {}, { author: BOB });
    expect((await ask(message(`${MENTION} explain this`, replyTo(source)))).content).toContain("502");
  });

  it("in the message whose menu is used is explained to the asker alone, however long that takes", async () => {
    const { discord } = await run();
    const answer = await explain(discord, withFile(discord, "look", {}, { author: BOB }));
    expect(answer.content).toContain("502");
    expect(JSON.stringify(answer.components)).toContain("s1:");
  });

  it("that nobody pointed at is explained when it holds failures", async () => {
    const { discord, ask } = await run();
    const reply = await ask(withFile(discord, ""));
    expect(reply.content).toContain("502");
    expect(reply.flags).toBe(MessageFlags.SuppressNotifications);
  });

  it("that is too large is explained as far as it was read, and the reply says so", async () => {
    const { discord, ask } = await run();
    const content = FAILED.repeat(Math.ceil((5 * MB) / FAILED.length));
    expect(JSON.stringify(await ask(withFile(discord, MENTION, { content })))).toMatch(/first [\d,.]+ lines/);
  });

  it.each<[string, Upload]>([
    ["holds no failure", { content: FINE }],
    ["is large", { size: 2 * MB }],
    ["is source code by its name", { name: "server.js", type: "application/javascript; charset=utf-8" }],
    ["is gone", { status: 404 }],
    ["holds bytes", { content: Buffer.from([1, 0, 2]) }],
    ["leads elsewhere", { status: 302, headers: { location: "https://evil.example/" } }],
  ])("that %s is left alone when nobody asked", async (_, upload) => {
    const { discord, say, finish, logs } = await run();
    say(withFile(discord, "fyi", upload));
    await finish();
    expect([...discord.messages.values()]).toEqual([]);
    expect(JSON.stringify(logs())).not.toMatch(/checkout|hm=3|"level":"error"/);
  });

  it.each<[string, Upload, string]>([
    ["is gone", { status: 404 }, "no longer there"],
    ["has an address that is too old", { status: 403 }, "no longer there"],
    ["cannot be had now", { status: 503 }, "could not fetch the file"],
    ["holds bytes", { content: Buffer.from([1, 0, 2]) }, "holds no text"],
    ["tells of no status", { content: "all is well" }, "tells of an HTTP status"],
    ["is no text by its type", { name: "a.zip", type: "application/zip" }, "cannot open this file"],
  ])("that %s is said to be so when somebody asked", async (_, upload, expected) => {
    const { discord, ask } = await run();
    expect((await ask(withFile(discord, MENTION, upload))).content).toContain(expected);
  });

  it("that cannot be had is said to be so in the menu's answer", async () => {
    const { discord } = await run();
    expect((await explain(discord, withFile(discord, "", { status: 404 }))).content).toContain("no longer there");
  });

  it("elsewhere than where Discord keeps files is not fetched", async () => {
    const { ask } = await run();
    const url = "http://127.0.0.1:9/message.txt";
    const attachment = { id: snowflake(), filename: "message.txt", size: 9, url, proxy_url: url };
    const reply = await ask(message(MENTION, { attachments: [{ ...attachment, content_type: "text/plain" }] }));
    expect(reply.content).toContain("could not fetch the file");
  });
});
