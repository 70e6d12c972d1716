import { InteractionResponseType, InteractionType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { handleInteraction } from "../../../adapters/discord/handle-interaction.js";
import { createOnce } from "../../../adapters/discord/once.js";
import { createOpenFile } from "../../../adapters/discord/open-file.js";
import { createBot } from "../../../src/bot/create-bot.js";
import { createLogger } from "../../../src/ops/logger.js";
import { catalog } from "../../catalog.js";
import { byMember, byUser, interaction, menuOn, slash, typing } from "./interaction-payloads.js";
import { BOB, message, picture } from "./payloads.js";
import { readMarkdown } from "./read-markdown.js";
import { buttons, idOf, isHidden } from "./responses.js";
import { run } from "./running.js";

const { ChannelMessageWithSource } = InteractionResponseType;

describe("/http", () => {
  it("answers for all to see", async () => {
    const { discord } = await run();
    const response = await discord.interact(slash("429"));
    expect(response.type).toBe(ChannelMessageWithSource);
    expect(response.data.content).toMatch(/^\*\*429 Too Many Requests\*\* · client error \(4xx\)\n/);
    expect(response.data.embeds).toHaveLength(1);
    expect(response.data.flags).toBeUndefined();
    expect(buttons(response).has("Show publicly")).toBe(false);
  });

  it("says so of a command that is left over from another registration", async () => {
    const { discord } = await run();
    const old = interaction(InteractionType.ApplicationCommand, {
      id: "1",
      type: 1,
      name: "http-settings",
      options: [],
    });
    const response = await discord.interact(old);
    expect(isHidden(response)).toBe(true);
    expect(response.data.content).toContain("older version");
  });

  it("answers the asker alone where hide is set", async () => {
    const { discord } = await run();
    const response = await discord.interact(slash("401 vs 403", { hide: true }));
    expect(isHidden(response)).toBe(true);
    expect(response.data.content).toContain("**401 vs 403**");
    expect(idOf(response, "Show publicly")).toBe("s1:401 vs 403");
    expect(isHidden(await discord.interact(slash("401", { hide: false })))).toBe(false);
  });

  it.each([
    ["in a server that the bot is not in", { guild_id: "199999999999999999", ...byMember() }],
    ["in a direct message", { guild_id: undefined, member: undefined, ...byUser() }],
    ["in a group chat", { guild_id: undefined, member: undefined, ...byUser(), context: 2 }],
  ])("answers %s", async (_, changes) => {
    const { discord } = await run();
    expect((await discord.interact(slash("404", {}, changes))).data.content).toContain("404 Not Found");
  });

  it("says so when it knows nothing, with the question quoted and disarmed", async () => {
    const { discord } = await run();
    const { data } = await discord.interact(slash("@everyone **free** <@123456789012345678> https://evil.example"));
    expect(readMarkdown(data.content).marks).toEqual([{ kind: "strong", text: "No match" }]);
    expect(readMarkdown(data.content).plain).toContain("@everyone **free** <@123456789012345678>");
  });

  it("is answered at once although a server has not arrived yet", async () => {
    const { discord } = await run({ guilds: [] });
    discord.gateway.dispatch("GUILD_DELETE", { id: "199999999999999999", unavailable: true });
    expect((await discord.interact(slash("418"))).data.content).toContain("418");
  });
});

describe("Autocomplete", () => {
  it.each([
    ["404", "404 Not Found"],
    ["40", "400 Bad Request"],
    ["teapot", "418 (Unused)"],
    ["too many", "429 Too Many Requests"],
    ["rate limit", "429 Too Many Requests"],
  ])("%j: offers %s", async (query, name) => {
    const { discord } = await run();
    const { type, data } = await discord.interact(typing(query));
    expect(type).toBe(InteractionResponseType.ApplicationCommandAutocompleteResult);
    expect(data.choices?.map((choice) => choice.name)).toContain(name);
  });

  it("offers at most 25, the exact code first, and each of them works as a query", async () => {
    const { discord } = await run();
    const { data } = await discord.interact(typing(""));
    expect(data.choices).toHaveLength(25);
    expect((await discord.interact(typing("500"))).data.choices?.[0]?.name).toBe("500 Internal Server Error");
    for (const { name, value } of data.choices ?? [])
      expect((await discord.interact(slash(value))).data.content).toContain(name);
  });

  it("takes anything that somebody may type", async () => {
    const { discord } = await run();
    expect((await discord.interact(typing("x".repeat(6_000)))).data.choices).toEqual([]);
  });
});

describe("Explain HTTP codes in the menu of a message", () => {
  const LOG = [
    '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"',
    '203.0.113.31 - - [21/Nov/2026:03:14:24 +0000] "GET /v1/cart/7730 HTTP/1.1" 499 0 "-" "okhttp/4.12.0"',
  ].join("\n");

  it("explains a pasted log to the asker alone", async () => {
    const { discord } = await run();
    const response = await discord.interact(menuOn(message(`what is this\n\`\`\`\n${LOG}\n\`\`\``, { author: BOB })));
    expect(isHidden(response)).toBe(true);
    expect(response.data.content).toMatch(/502[\s\S]*499/);
    expect(idOf(response, "Show publicly")).toBe("s1:");
  });

  it("reads the alert of another bot, which stands in an embed", async () => {
    const { discord } = await run();
    const embeds = [
      { type: "rich", title: "Alert", description: "upstream answered 503 Service Unavailable" } as never,
    ];
    const response = await discord.interact(menuOn(message("", { embeds })));
    expect(response.data.content).toContain("503");
  });

  it("says that it cannot read pictures", async () => {
    const { discord } = await run();
    const response = await discord.interact(menuOn(message("", { attachments: [picture()] })));
    expect(response.data.content).toContain("cannot read pictures");
  });
});

describe("Interactions of other kinds", () => {
  it.each([
    [
      "a command for people",
      InteractionType.ApplicationCommand,
      { type: 2, name: "Explain", target_id: "1", resolved: {} },
    ],
    ["a form", InteractionType.ModalSubmit, { custom_id: "x", components: [] }],
  ])("get a word that they are out of date: %s", async (_, type, data) => {
    const { discord } = await run();
    const response = await discord.interact(interaction(type, data));
    expect(isHidden(response)).toBe(true);
    expect(response.data.content).toContain("older version");
  });

  it("are answered by the same function wherever they come from: a ping over HTTP", async () => {
    const bot = createBot(catalog);
    const parts = {
      bot,
      once: createOnce(bot, Date.now),
      remove: async () => true,
      openFile: createOpenFile("http://127.0.0.1:9/api", createLogger("silent")),
    };
    const ping = { id: "1", application_id: "1", type: InteractionType.Ping, token: "t", version: 1 };
    expect(await handleInteraction(parts, ping as never)).toEqual({ response: { type: InteractionResponseType.Pong } });
  });
});
