/** The three uses that Teapot is for, on both platforms, by one bot in one process. */
import { expect, it } from "vitest";
import { createBot } from "../../src/bot/create-bot.js";
import { catalog } from "../catalog.js";
import { menuOn, slash } from "./discord/interaction-payloads.js";
import { message } from "./discord/payloads.js";
import { run } from "./discord/running.js";
import { openKitchen } from "./slack/kitchen.js";
import { until } from "./slack/until.js";
import { visibleText } from "./slack/visible-text.js";

const LOG = [
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"',
  '203.0.113.24 - - [21/Nov/2026:03:14:12 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"',
  '203.0.113.88 - - [21/Nov/2026:03:14:33 +0000] "POST /v1/checkout HTTP/1.1" 201 404 "-" "okhttp/4.12.0"',
].join("\n");

it("answers /http 429, a question in a channel and a pasted log, on Slack and Discord side by side", async () => {
  const bot = createBot(catalog);
  const [slack, discord] = await Promise.all([openKitchen("socket", { bot: () => bot }), run({ bot })]);

  const [ephemeral, response] = await Promise.all([slack.command("429"), discord.discord.interact(slash("429"))]);
  expect(visibleText(ephemeral?.blocks)).toContain("429 Too Many Requests");
  expect(response.data.content).toContain("429 Too Many Requests");

  // Two conversations, one question: what was said in one place does not silence the bot in the other.
  const [asked, question] = [await slack.say("what's 401 vs 403"), message("what's 401 vs 403")];
  const overheard = await discord.ask(question);
  const inThread = await until("the answer in the thread", () =>
    slack.replies().find(({ thread }) => thread === asked),
  );
  expect(visibleText(inThread.blocks)).toContain("Would proving who you are change the answer?");
  expect(overheard.content).toContain("Would proving who you are change the answer?");

  const [pasted, paste] = [await slack.say(LOG), message(LOG)];
  const report = await discord.ask(paste);
  const inItsThread = await until("the report in the thread", () =>
    slack.replies().find(({ thread }) => thread === pasted),
  );
  const withoutIds = JSON.stringify(report).replace(/\d{17,}/g, ""); // made of the clock, they hold any number
  for (const text of [visibleText(inItsThread.blocks), withoutIds]) {
    expect(text).toContain("502");
    expect(text).not.toContain("404"); // a size
  }
});

it("tells the author of a credential in a paste alone where that is possible, and nobody which one where it is not", async () => {
  const bot = createBot(catalog);
  const [slack, discord] = await Promise.all([openKitchen("socket", { bot: () => bot }), run({ bot })]);
  const paste = `HTTP/1.1 401 Unauthorized\nAuthorization: Bearer ghp_${"Q3vN8kD1xW6pZ0rT5yB9cH2mJ7sF4gLaQ3vN"}\n`;

  const pasted = await slack.say(paste);
  const whispered = await until("the word to the author", () => slack.replies().find(({ only }) => only !== undefined));
  expect(whispered).toMatchObject({ text: expect.stringContaining("a GitHub token (line 2)") });
  const inItsThread = await until("the reply", () => slack.replies().find(({ thread }) => thread === pasted));
  expect(JSON.stringify(inItsThread.blocks)).not.toMatch(/GitHub|ghp_|should not be public/);
  const ephemeral = await slack.command(paste);
  expect(visibleText(ephemeral?.blocks)).toContain("a GitHub token (line 2)");

  const overheard = JSON.stringify(await discord.ask(message(paste)));
  expect(overheard).toContain("should not be public");
  expect(overheard).not.toMatch(/GitHub|ghp_/);
  const hidden = JSON.stringify(await discord.discord.interact(menuOn(message(paste))));
  expect(hidden).toContain("a GitHub token");
  expect(hidden).not.toContain("Show publicly");
});
