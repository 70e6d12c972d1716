import { InteractionResponseType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { byMember, menuOn, pick, press, slash } from "./interaction-payloads.js";
import { asMessage } from "./local-discord.js";
import { ALICE, BOB, BOT, message } from "./payloads.js";
import { readMarkdown } from "./read-markdown.js";
import { buttons, idOf, isHidden } from "./responses.js";
import { run, until } from "./running.js";

const { ChannelMessageWithSource, UpdateMessage } = InteractionResponseType;

describe("A button", () => {
  it("on a public reply answers whoever pressed, alone", async () => {
    const { discord } = await run();
    const shown = await discord.interact(slash("401"));
    const response = await discord.interact(press(asMessage(shown), idOf(shown, "401 vs 403"), byMember(BOB)));
    expect(response.type).toBe(ChannelMessageWithSource);
    expect(isHidden(response)).toBe(true);
    expect(response.data.content).toContain("**401 vs 403**");
  });

  it("on a private reply replaces it, and leads back step by step", async () => {
    const { discord } = await run();
    const first = await discord.interact(slash("401", { hide: true }));
    const second = await discord.interact(press(asMessage(first), idOf(first, "401 vs 403")));
    expect(second.type).toBe(UpdateMessage);
    expect(idOf(second, "‹ Back")).toBe("b1:401");
    const third = await discord.interact(press(asMessage(second), idOf(second, "Examples")));
    expect(idOf(third, "‹ Back")).toBe("b1:401 vs 403|401");
    const back = await discord.interact(press(asMessage(third), idOf(third, "‹ Back")));
    expect(back.data).toEqual(second.data);
    const start = await discord.interact(press(asMessage(back), idOf(back, "‹ Back")));
    expect(start.type).toBe(UpdateMessage);
    expect(start.data.content).toBe(first.data.content);
    expect(buttons(start).has("‹ Back")).toBe(false);
  });

  it("on a private reply that leads to where one came from shortens the way back", async () => {
    const { discord } = await run();
    const first = await discord.interact(slash("401", { hide: true }));
    const second = await discord.interact(press(asMessage(first), idOf(first, "401 vs 403")));
    const third = await discord.interact(press(asMessage(second), idOf(second, "Examples")));
    const again = await discord.interact(press(asMessage(third), "a1:401 vs 403"));
    expect(idOf(again, "‹ Back")).toBe("b1:401");
    const start = await discord.interact(press(asMessage(third), "a1:401"));
    expect(buttons(start).has("‹ Back")).toBe(false);
  });

  it("on a private explanation of a log leaves it there, since nothing could lead back to it", async () => {
    const { discord } = await run();
    const log = "status=502 path=/a\nstatus=502 path=/b\nstatus=499 path=/c";
    const explained = await discord.interact(menuOn(message(log)));
    const response = await discord.interact(press(asMessage(explained), idOf(explained, "Fix 502")));
    expect(response.type).toBe(ChannelMessageWithSource);
    expect(isHidden(response)).toBe(true);
  });

  it("Show publicly shows what stands there, once, without the asker's own buttons", async () => {
    const { discord } = await run();
    const explained = await discord.interact(menuOn(message("status=502 path=/a\nstatus=499 path=/b")));
    const there = asMessage(explained);
    const shown = await discord.interact(press(there, idOf(explained, "Show publicly")));
    expect(shown.type).toBe(ChannelMessageWithSource);
    expect(isHidden(shown)).toBe(false);
    expect(shown.data.content).toBe(explained.data.content);
    expect(shown.data.embeds).toEqual(explained.data.embeds);
    expect([...buttons(shown).keys()]).toEqual(
      [...buttons(explained).keys()].filter((label) => label !== "Show publicly"),
    );
    const again = await discord.interact(press(there, idOf(explained, "Show publicly")));
    expect(again.data.content).toBe("This is public already.");
  });

  it.each([
    ["could not take it", { status: 500, times: 2 }],
    ["says it came too late", { status: 404, body: { code: 10_062, message: "Unknown interaction" } }],
  ])("Show publicly can be pressed again after Discord %s", async (_, refusal) => {
    const { discord, logs } = await run();
    const hidden = await discord.interact(slash("401", { hide: true }));
    const there = asMessage(hidden);
    discord.refuse({ path: /callback$/, ...refusal });
    void discord.interact(press(there, idOf(hidden, "Show publicly")));
    await until(() => logs().find(({ msg }) => /interaction/.test(msg)), "the failure");
    const again = await discord.interact(press(there, idOf(hidden, "Show publicly")));
    expect(isHidden(again)).toBe(false);
    expect(again.data.content).toBe(hidden.data.content);
    const third = await discord.interact(press(there, idOf(hidden, "Show publicly")));
    expect(third.data.content).toBe("This is public already.");
  });

  it("Show publicly keeps a menu of choices", async () => {
    const { discord } = await run();
    const hidden = await discord.interact(slash("4xx", { hide: true }));
    const shown = await discord.interact(press(asMessage(hidden), idOf(hidden, "Show publicly")));
    expect(shown.data.components).toEqual(hidden.data.components.slice(0, -1));
  });

  it("means nothing when it comes from another version, or from nobody", async () => {
    const { discord } = await run();
    const shown = asMessage(await discord.interact(slash("401")));
    for (const id of ["h1:del:1", "a1:", "d1:1:2:3", "x", "m1:<@1>"]) {
      const response = await discord.interact(press(shown, id));
      expect(isHidden(response)).toBe(true);
      expect(response.data.content).toContain("older version");
    }
  });

  it("with a forged question gets the answer to that question, disarmed", async () => {
    const { discord } = await run();
    const shown = asMessage(await discord.interact(slash("401")));
    const response = await discord.interact(press(shown, "a1:@everyone **x** https://evil.example"));
    expect(readMarkdown(response.data.content).marks).toEqual([{ kind: "strong", text: "No match" }]);
  });
});

describe("A menu of choices", () => {
  it("answers what was picked", async () => {
    const { discord } = await run();
    const shown = await discord.interact(slash("5xx"));
    const select = shown.data.components[0]?.components[0];
    const option = select?.options?.find(({ label }) => label.startsWith("503"));
    const response = await discord.interact(pick(asMessage(shown), select?.custom_id ?? "", [option?.value ?? ""]));
    expect(response.data.content).toContain("503 Service Unavailable");
  });

  it("trusts no value that it has not offered", async () => {
    const { discord } = await run();
    const shown = asMessage(await discord.interact(slash("5xx")));
    for (const values of [[], ["503"], ["q1:"], ["b1:401"]])
      expect((await discord.interact(pick(shown, "c1:0", values))).data.content).toContain("older version");
  });
});

describe("Delete", () => {
  it("is refused to anybody else, who is told who may", async () => {
    const { discord, ask, finish } = await run();
    const reply = await ask(message("what's 401 vs 403"));
    const menu = await discord.interact(press(reply, `m1:${ALICE.id}`, byMember(BOB)));
    const response = await discord.interact(press(asMessage(menu), idOf(menu, "Delete"), byMember(BOB)));
    expect(isHidden(response)).toBe(true);
    expect(response.data.content).toContain("Only whoever wrote the message");
    await finish();
    expect(discord.messages.has(reply.id)).toBe(true);
  });

  it.each([
    ["whoever wrote the message that was answered", byMember(ALICE)],
    ["who may manage messages", byMember(BOB, PermissionFlagsBits.ManageMessages | PermissionFlagsBits.SendMessages)],
  ])("is for %s", async (_, who) => {
    const { discord, ask } = await run();
    const reply = await ask(message("what's 401 vs 403"));
    const menu = await discord.interact(press(reply, `m1:${ALICE.id}`, who));
    expect(isHidden(menu)).toBe(true);
    const response = await discord.interact(press(asMessage(menu), idOf(menu, "Delete"), who));
    expect(response).toMatchObject({ type: UpdateMessage, data: { content: "Deleted.", components: [] } });
    expect(discord.deleted).toEqual([reply.id]);
  });

  it("takes a reply for deleted that somebody else has deleted already", async () => {
    const { discord } = await run();
    const menu = await discord.interact(press(asMessage(await discord.interact(slash("401"))), `m1:${ALICE.id}`));
    const response = await discord.interact(press(asMessage(menu), idOf(menu, "Delete")));
    expect(response.data.content).toBe("Deleted.");
  });

  it("says so in time when Discord does not answer", async () => {
    const { discord, ask } = await run();
    const reply = await ask(message("what's 401 vs 403"));
    discord.refuse({ method: "DELETE", path: /messages/, status: 0 });
    const menu = await discord.interact(press(reply, `m1:${ALICE.id}`));
    const begin = performance.now();
    const response = await discord.interact(press(asMessage(menu), idOf(menu, "Delete")));
    expect(response.data.content).toContain("did not let me delete");
    expect(performance.now() - begin).toBeLessThan(5_000); // after 2 s; a request itself would wait for 5
  });

  it("says so when Discord does not let it", async () => {
    const { discord, ask } = await run();
    const reply = await ask(message("what's 401 vs 403"));
    discord.refuse({
      method: "DELETE",
      path: /messages/,
      status: 403,
      body: { code: 50_013, message: "Missing Permissions" },
    });
    const menu = await discord.interact(press(reply, `m1:${ALICE.id}`));
    const response = await discord.interact(press(asMessage(menu), idOf(menu, "Delete")));
    expect(response.data.content).toContain("did not let me delete");
  });
});

describe("Mute here", () => {
  it("keeps the bot quiet there, says who did it, and does not touch what is asked", async () => {
    const { discord, ask, say, finish } = await run();
    const reply = await ask(message("what's 401 vs 403"));
    const menu = await discord.interact(press(reply, `m1:${ALICE.id}`, byMember(BOB)));
    const muted = await discord.interact(press(asMessage(menu), idOf(menu, "Mute here (24 hours)"), byMember(ALICE)));
    expect(isHidden(muted)).toBe(false);
    expect(muted.data.content).toContain("Alice \\*A\\* muted me here");
    expect(muted.data.flags).toBe(MessageFlags.SuppressNotifications);
    const overheard = message("what's 502 vs 504");
    say(overheard);
    expect((await ask(message(`<@${BOT.id}> 404`))).content).toContain("404 Not Found");
    await finish();
    expect([...discord.messages.values()].map(({ nonce }) => nonce)).not.toContain(overheard.id);
  });

  it("says so once, from however many menus it is pressed", async () => {
    const { discord, ask } = await run();
    const reply = await ask(message("what's 401 vs 403"));
    const open = async () => asMessage(await discord.interact(press(reply, `m1:${ALICE.id}`)));
    await discord.interact(press(await open(), "q1:"));
    const again = await discord.interact(press(await open(), "q1:"));
    expect(again).toMatchObject({ type: UpdateMessage, data: { content: "I am muted here already." } });
  });

  it("is announced at the next press when the first announcement did not arrive", async () => {
    const { discord, ask, lines } = await run();
    const menu = await discord.interact(press(await ask(message("what's 401 vs 403")), `m1:${ALICE.id}`));
    discord.refuse({ path: /callback$/, status: 500, times: 2 });
    void discord.interact(press(asMessage(menu), "q1:"));
    await until(() => lines("error").length, "the failure");
    expect((await discord.interact(press(asMessage(menu), "q1:"))).data.content).toContain("muted me here");
  });
});
