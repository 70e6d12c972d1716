import { ChannelType, ComponentType, MessageType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import {
  ALICE,
  BOB,
  BOT,
  CHANNEL,
  directMessage,
  edited,
  GUILD,
  message,
  NO_HISTORY_CHANNEL,
  OTHER_ROLE,
  OWN_ROLE,
  picture,
  READ_ONLY_CHANNEL,
  replyTo,
  snowflake,
} from "./payloads.js";
import { readMarkdown } from "./read-markdown.js";
import { run, until } from "./running.js";

const MENTION = `<@${BOT.id}>`;

describe("A mention", () => {
  it.each([
    ["of the bot", `${MENTION} 404`, {}],
    ["as older clients write it", `<@!${BOT.id}> what is a 404?`, {}],
    ["in the middle of a sentence", `hey ${MENTION}, 404`, {}],
    ["of the bot's own role", `<@&${OWN_ROLE}> 404`, { mention_roles: [OWN_ROLE] }],
  ])("%s is answered, as a reply that notifies nobody", async (_, content, changes) => {
    const { ask } = await run();
    const question = message(content, changes);
    const reply = await ask(question);
    expect(reply).toMatchObject({
      channel_id: CHANNEL,
      message_reference: { message_id: question.id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
      nonce: question.id,
      enforce_nonce: true,
    });
    expect(reply.content).toContain("404 Not Found");
    expect(JSON.stringify(reply.components)).not.toContain("m1:");
  });

  it("without anything to answer gets help", async () => {
    const { ask } = await run();
    expect((await ask(message(MENTION))).content).toContain("Ask about HTTP status codes");
  });

  it("is answered in a thread that was never seen before", async () => {
    const { ask } = await run();
    const thread = { channel_id: snowflake(), channel_type: ChannelType.PublicThread };
    expect((await ask(message(`${MENTION} 404`, thread))).channel_id).toBe(thread.channel_id);
  });

  it("in a thread is about the message that the thread was started from", async () => {
    const { discord, ask } = await run();
    const log = message("status=502 path=/a\nstatus=502 path=/b", { author: BOB });
    const thread = { id: log.id, type: ChannelType.PublicThread, guild_id: GUILD, parent_id: CHANNEL, name: "502" };
    discord.gateway.dispatch("THREAD_CREATE", thread);
    discord.refuse({ method: "GET", path: new RegExp(`${CHANNEL}/messages/${log.id}$`), status: 200, body: log });
    const there = { channel_id: log.id, channel_type: ChannelType.PublicThread };
    expect((await ask(message(`${MENTION} explain this`, there))).content).toContain("502");
    expect((await ask(message(`${MENTION} help`, there))).content).toContain("Ask about HTTP status codes");
  });

  it("that replies to a message reads that message", async () => {
    const { ask } = await run();
    const log = message("status=502 path=/a\nstatus=502 path=/b", { author: BOB });
    expect((await ask(message(`${MENTION} explain this`, replyTo(log)))).content).toContain("502");
  });

  it("that replies to an alert made of components reads its texts", async () => {
    const { ask } = await run();
    const text = { type: ComponentType.TextDisplay, content: "status=502 path=/a\nstatus=502 path=/b" } as const;
    const alert = message("", { author: BOB, components: [{ type: ComponentType.Container, components: [text] }] });
    expect((await ask(message(`${MENTION} explain this`, replyTo(alert)))).content).toContain("502");
  });

  it("says how to ask when it cannot read the message it is about", async () => {
    const { ask } = await run({ grantsContent: false });
    const hidden = message("", { author: BOB });
    const reply = await ask(message(`${MENTION} explain this`, replyTo(hidden)));
    expect(reply.content).toContain("I cannot read the message you replied to");
    expect((await ask(message(`${MENTION} 404`, replyTo(hidden)))).content).not.toContain("I cannot read");
  });

  it("with a picture alone is told that it cannot read pictures", async () => {
    const { ask } = await run();
    expect((await ask(message(MENTION, { attachments: [picture()] }))).content).toContain("cannot read pictures");
    const source = message("", { author: BOB, attachments: [picture()] });
    expect((await ask(message(`${MENTION} help`, replyTo(source)))).content).toContain("cannot read pictures");
    const { content_type: _, ...untold } = picture();
    expect((await ask(message(MENTION, { attachments: [untold] }))).content).toContain("cannot read pictures");
  });

  it("is posted as a message of its own where the bot may not read what came before", async () => {
    const { ask } = await run();
    const reply = await ask(message(`${MENTION} 404`, { channel_id: NO_HISTORY_CHANNEL }));
    expect(reply.message_reference).toBeUndefined();
  });

  it("quotes an unknown question disarmed", async () => {
    const { ask } = await run();
    const reply = await ask(message(`${MENTION} @everyone [x](http://evil.example) **b**`));
    expect(readMarkdown(reply.content).marks).toEqual([{ kind: "strong", text: "No match" }]);
  });
});

describe("A reply to the bot", () => {
  it("is a question", async () => {
    const { ask } = await run();
    const own = message("**401 Unauthorized**", { author: BOT as typeof ALICE });
    expect((await ask(message("and 403?", replyTo(own)))).content).toContain("403 Forbidden");
  });

  it.each(["thanks!", "lol", "that was it", "<:party:123456789012345678>"])("is only chatter: %s", async (content) => {
    const { discord, say, finish } = await run();
    const own = message("**401 Unauthorized**", { author: BOT as typeof ALICE });
    say(message(content, { ...replyTo(own), mentions: [BOT as typeof ALICE] }));
    await finish();
    expect([...discord.messages.values()]).toEqual([]);
  });
});

describe("A direct message", () => {
  it("is always a question", async () => {
    const { ask } = await run();
    const reply = await ask(directMessage("429"));
    expect(reply.content).toContain("429 Too Many Requests");
    expect(reply.flags).toBeUndefined();
    expect((await ask(directMessage("what about lunch"))).content).toContain("Nothing in the catalog matches");
  });

  it("that forwards a log is about that log", async () => {
    const { ask } = await run();
    const { content, embeds, attachments, timestamp, edited_timestamp, type } = message(
      "status=502 path=/a\nstatus=499 path=/b",
    );
    const snapshot = {
      content,
      embeds,
      attachments,
      timestamp,
      edited_timestamp,
      type,
      mentions: [],
      mention_roles: [],
    };
    const forwarded = directMessage("", { message_snapshots: [{ message: snapshot }] });
    expect((await ask(forwarded)).content).toMatch(/502/);
  });

  it("that is edited changes the reply, although nothing of the conversation is cached", async () => {
    const { discord, ask } = await run();
    const question = directMessage("401");
    const reply = await ask(question);
    discord.gateway.dispatch("MESSAGE_UPDATE", edited(question, "403"));
    await until(() => discord.messages.get(reply.id)?.content.includes("403 Forbidden"), "the changed reply");
  });
});

describe("What is not addressed to the bot and says nothing clear", () => {
  it.each([
    ["chatter", message("404 Main Street, anyone for lunch at 500?")],
    ["everyone", message("@everyone 404", { mention_everyone: true })],
    ["another role", message(`<@&${OTHER_ROLE}> the 404 room`, { mention_roles: [OTHER_ROLE] })],
    ["somebody else", message(`<@${ALICE.id}> the 404 room`, { mentions: [ALICE] })],
    ["a mention in code", message(`\`${MENTION}\` is how to mention it 404`, { mentions: [] })],
    ["another bot", message(`${MENTION} 404`, { author: { ...BOB, bot: true } })],
    ["a webhook", message(`${MENTION} 404`, { webhook_id: snowflake() })],
    ["itself", message(`${MENTION} what's 401 vs 403`, { author: BOT as typeof ALICE })],
    ["a system message", message(`${MENTION} 404`, { type: MessageType.ChannelPinnedMessage })],
    ["a place where it may not write", message(`${MENTION} 404`, { channel_id: READ_ONLY_CHANNEL })],
    ["an empty message", message("")],
    [
      "a reply to the bot whose text it may not see",
      message("", replyTo(message("", { author: BOT as typeof ALICE }))),
    ],
  ])("%s gets no reply", async (_, silent) => {
    const { discord, say, finish } = await run();
    say(silent);
    await finish();
    expect([...discord.messages.values()]).toEqual([]);
    expect(discord.calls.filter(({ path }) => path.includes("/messages"))).toEqual([]);
  });
});

describe("A message that arrives twice", () => {
  it("is answered once", async () => {
    const { discord, ask, say, finish } = await run();
    const question = message(`${MENTION} 404`);
    await ask(question);
    say(question);
    await finish();
    expect(discord.calls.filter(({ method }) => method === "POST" && method.length > 0 && true).length).toBeGreaterThan(
      0,
    );
    expect(discord.calls.filter(({ path }) => path.endsWith("/messages"))).toHaveLength(1);
  });
});
