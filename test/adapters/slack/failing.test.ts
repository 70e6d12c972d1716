import { describe, expect, it } from "vitest";
import type { Bot } from "../../../src/bot/bot.js";
import { type Kitchen, MODES, openKitchen, prepareKitchen } from "./kitchen.js";
import { ANN, BOB, BOT, type Shown } from "./slack-state.js";
import { until } from "./until.js";

const MENTION = `<@${BOT.user}>`;
const REFERENCE = /\(Reference ([0-9a-f]{8})\)$/;

/** A bot that fails on "boom". */
const explosive = (real: Bot): Bot => ({
  ...real,
  answer: (asked) => (asked.text.includes("boom") ? Promise.reject(new Error("kaboom")) : real.answer(asked)),
  hear: (event) => (event.text.includes("boom") ? Promise.reject(new Error("kaboom")) : real.hear(event)),
});

/** The line of the log under the reference that somebody was told. */
function logOf({ log }: Kitchen, told: Shown | undefined) {
  const reference = REFERENCE.exec(told?.text ?? "")?.[1];
  return log.find((line) => line["reference"] === reference && reference !== undefined);
}

describe.each(MODES)("over %s", (mode) => {
  describe("when a handler throws, the asker alone is told, with a reference that the log has too", () => {
    it("for a command", async () => {
      const kitchen = await openKitchen(mode, { bot: explosive });
      const told = await kitchen.command("boom");
      expect(told).toMatchObject({ only: ANN, text: expect.stringContaining("Something went wrong on my side") });
      expect(logOf(kitchen, told)).toMatchObject({ level: "error", err: { message: "kaboom" }, what: "command" });
      expect((await kitchen.command("404"))?.text).toMatch(/^404/);
    });

    it("for a mention in a channel", async () => {
      const kitchen = await openKitchen(mode, { bot: explosive });
      await kitchen.say(`${MENTION} boom`);
      const told = await until("a word", () => kitchen.replies()[0]);
      expect(told).toMatchObject({ only: ANN, thread: undefined }); // Slack would not show it in a thread that is not there
      expect(logOf(kitchen, told)).toMatchObject({ err: { message: "kaboom" }, channel: "C0OPS" });
    });

    it("for a direct message", async () => {
      const kitchen = await openKitchen(mode, { bot: explosive });
      const ts = await kitchen.say("boom", { channel: "D0ANN" });
      expect(await until("a word", () => kitchen.replies()[0])).toMatchObject({ thread: ts });
    });

    it("for a button", async () => {
      const kitchen = await openKitchen(mode, { bot: explosive });
      await kitchen.say(`${MENTION} 401`);
      const reply = await until("a reply", () => kitchen.replies()[0]);
      reply.blocks = JSON.parse(JSON.stringify(reply.blocks).replaceAll("a1:401 example", "a1:boom"));
      await kitchen.press(reply, "Example", BOB);
      const told = await until("a word", () => kitchen.replies()[1]);
      expect(told).toMatchObject({ only: BOB });
      expect(logOf(kitchen, told)).toMatchObject({ what: "ask" });
    });

    it("for a message that nobody addressed, in the log only", async () => {
      const kitchen = await openKitchen(mode, { bot: explosive });
      await kitchen.say("boom");
      await kitchen.stop();
      expect(kitchen.replies()).toEqual([]);
      expect(kitchen.log).toContainEqual(expect.objectContaining({ level: "error", what: "overheard message" }));
    });
  });

  it("never logs what people write, nor a token", async () => {
    const kitchen = await openKitchen(mode, { bot: explosive });
    await kitchen.command("boom lavender");
    await kitchen.say(`${MENTION} boom lavender`);
    await kitchen.say("what does 502 mean, lavender?");
    kitchen.slack.trouble("chat.postMessage", { status: 500 }, { error: "internal_error" });
    await kitchen.say("lavender 401", { channel: "D0ANN" });
    await kitchen.stop();
    expect(kitchen.log.length).toBeGreaterThan(2);
    expect(JSON.stringify(kitchen.log)).not.toMatch(/lavender|xox|xapp|8f742231/);
  });

  describe("when Slack refuses to show a reply, the asker is told what to do", () => {
    it.each([
      ["not_in_channel", `I am not in <#C0OPS>. Invite me there with \`/invite @${BOT.name}\``],
      ["is_archived", "<#C0OPS> is archived"],
      ["restricted_action", "not allowed to post in <#C0OPS>"],
    ])("%s", async (error, sentence) => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { error });
      slack.trouble("chat.postEphemeral", { error });
      await say(`${MENTION} 401`);
      const told = await until("a direct message", () => replies()[0]);
      expect(told).toMatchObject({ channel: "D0ANN", text: expect.stringContaining(sentence) });
      expect(told.text).toMatch(REFERENCE);
    });

    it("missing_scope, naming the permission", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.state.scopes.delete("channels:history");
      const root = await say("good morning");
      await say("hello", { thread: root, person: BOB });
      await say(`${MENTION} explain this`, { thread: root });
      const told = await until("a word", () => replies()[0]);
      expect(told).toMatchObject({ only: ANN, thread: root });
      expect(told.text).toContain("I lack the permission `channels:history`");
    });

    it("an expired response_url", async () => {
      const { command, press, replies, slack } = await openKitchen(mode);
      const answer = await command("401");
      if (!answer) throw new Error("no answer");
      slack.trouble("response_url", { status: 404 });
      await press(answer, "Example");
      const told = await until("a word", () => replies()[1]);
      expect(told).toMatchObject({ only: ANN, text: expect.stringContaining("it may be too old") });
      expect(answer.text).toMatch(/^401 Unauthorized/);
    });
  });

  describe("when Slack has trouble", () => {
    it("waits as long as it asks after a 429, without holding up other replies", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { status: 429, retryAfter: 1 });
      const asked = Date.now();
      await say("401", { channel: "D0ANN" });
      await until("the refusal", () => slack.calls.some(({ method }) => method === "chat.postMessage"));
      await say("404", { channel: "D0ANN" });
      await until("the second reply first", () => replies()[0]?.text.startsWith("404"));
      await until("the first reply", () => replies()[1]?.text.startsWith("401"));
      expect(Date.now() - asked).toBeGreaterThanOrEqual(1_000);
    });

    it("waits a second after a 429 that names no time", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { status: 429 });
      const asked = Date.now();
      await say("401", { channel: "D0ANN" });
      await until("a reply", () => replies()[0]?.text.startsWith("401"));
      expect(Date.now() - asked).toBeGreaterThanOrEqual(1_000);
    });

    it("says what it is when such a 429 lasts", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { status: 429 }, { status: 429 }, { status: 429 });
      await say(`${MENTION} 401`);
      expect((await until("a word", () => replies()[0])).text).toContain("more than Slack allows");
    });

    it("does not wait for minutes, but says so", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { status: 429, retryAfter: 300 });
      await say(`${MENTION} 401`);
      expect((await until("a word", () => replies()[0])).text).toContain("more than Slack allows");
    });

    it("posts again after a 5xx", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { status: 503 }, { status: 502 });
      await say(`${MENTION} 401`);
      await until("a reply", () => replies()[0]);
      expect(replies()).toHaveLength(1);
    });

    it("tells the asker when it lasts", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { status: 500 }, { status: 500 }, { status: 500 });
      await say(`${MENTION} 401`);
      expect((await until("a word", () => replies()[0])).text).toContain("Slack did not take my answer");
    });

    it("answers a command all the same: the acknowledgement needs none of Slack's methods", async () => {
      const { command, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", ...Array.from({ length: 9 }, () => ({ status: 500 })));
      expect((await command("401"))?.text).toMatch(/^401/);
    });
  });

  describe("when Slack takes an answer and does not say so", () => {
    it("a button is answered once", async () => {
      const { say, press, replies, slack } = await openKitchen(mode);
      await say(`${MENTION} 401`);
      const reply = await until("a reply", () => replies()[0]);
      slack.trouble("chat.postEphemeral", { status: 504, heard: true });
      await press(reply, "Example", BOB);
      const told = await until("a word", () => replies()[2]);
      expect(told.text).toContain("If you do not see it");
      expect(replies().filter(({ text }) => text.startsWith("401"))).toHaveLength(2);
      expect(slack.calls.map(({ method }) => method)).not.toContain("response_url");
    });

    it("a mention is answered once, and the sentence fits", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { status: 504, heard: true });
      await say(`${MENTION} 401`);
      expect((await until("a word", () => replies()[1])).text).toContain("If you do not see it");
      expect(replies()).toHaveLength(2);
    });
  });

  describe("Share to channel", () => {
    it("can be pressed again after Slack did not take it", async () => {
      const { command, press, replies, slack } = await openKitchen(mode);
      const answer = await command("401");
      if (!answer) throw new Error("no answer");
      slack.trouble("response_url", { status: 500 }, { status: 500 }, { status: 500 });
      await press(answer, "Share to channel");
      expect((await until("a word", () => replies()[1])).text).toContain("ask again in a minute");
      await press(answer, "Share to channel");
      await until("the private answer to go", () => answer.deleted);
      expect(replies().filter(({ only }) => only === undefined)).toHaveLength(1);
    });

    it("is done when the private answer cannot be taken away, which nobody is told", async () => {
      const kitchen = await openKitchen(mode);
      const answer = await kitchen.command("401");
      if (!answer) throw new Error("no answer");
      kitchen.slack.failDeleting = true;
      await kitchen.press(answer, "Share to channel");
      await until("the line of the log", () => kitchen.log.some(({ msg }) => String(msg).includes("shared one stays")));
      await kitchen.press(answer, "Share to channel");
      await kitchen.stop();
      expect(kitchen.replies().map(({ only }) => only)).toEqual([ANN, undefined]);
    });
  });

  describe("when told to stop", () => {
    it("finishes what it has acknowledged", async () => {
      const kitchen = await openKitchen(mode);
      let release = () => {};
      kitchen.slack.trouble("chat.postMessage", { until: new Promise<void>((resolve) => (release = resolve)) });
      await kitchen.say(`${MENTION} 401`);
      await until("the post to be under way", () =>
        kitchen.slack.calls.some(({ method }) => method === "chat.postMessage"),
      );
      const stopped = kitchen.stop();
      await until("it to be down", () => !kitchen.adapter.isUp());
      release();
      await stopped;
      expect(kitchen.replies()).toHaveLength(1);
    });
  });

  describe("when told to stop in the middle of a wait", () => {
    it("waits no more, tells the asker, and notes it", async () => {
      const kitchen = await openKitchen(mode);
      kitchen.slack.trouble("chat.postMessage", { status: 429, retryAfter: 15 });
      await kitchen.say(`${MENTION} 401`);
      await until("the refusal", () => kitchen.slack.calls.some(({ method }) => method === "chat.postMessage"));
      const asked = Date.now();
      await kitchen.stop();
      expect(Date.now() - asked).toBeLessThan(8_000);
      const [told] = kitchen.replies();
      expect(told?.text).toContain("more than Slack allows");
      expect(logOf(kitchen, told)).toMatchObject({ what: "message" });
    });

    it("notes how many replies it could not finish", async () => {
      const kitchen = await openKitchen(mode);
      kitchen.slack.trouble("chat.postMessage", { until: new Promise(() => {}) });
      await kitchen.say(`${MENTION} 401`);
      await until("the post to be under way", () =>
        kitchen.slack.calls.some(({ method }) => method === "chat.postMessage"),
      );
      await kitchen.stop();
      expect(kitchen.log).toContainEqual(expect.objectContaining({ level: "error", left: 1 }));
    });
  });

  it("answers a command under whatever name an operator gave it", async () => {
    const { wire } = await openKitchen(mode);
    const payload = { command: "/HTTP-codes", text: "401", channel_id: "C0OPS", user_id: ANN, team_id: "T0001" };
    const { body } = await wire.deliver({ type: "slash_commands", payload });
    expect(body["text"]).toMatch(/^401 Unauthorized/);
  });

  describe("at the start", () => {
    it("says in one sentence that the bot token is refused", async () => {
      const kitchen = await prepareKitchen(mode, { config: { botToken: "xoxb-wrong" } });
      await expect(kitchen.adapter.start()).rejects.toThrow(
        /^Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)\. Copy/,
      );
      expect(kitchen.adapter.isUp()).toBe(false);
      expect(kitchen.log).toEqual([]);
    });

    it("keeps trying while Slack cannot be reached", async () => {
      const kitchen = await prepareKitchen(mode);
      kitchen.slack.trouble("auth.test", { status: 503 }, { error: "internal_error" }, { status: 429, retryAfter: 0 });
      await kitchen.adapter.start();
      expect(kitchen.adapter.isUp()).toBe(true);
      expect(kitchen.log.filter(({ level }) => level === "warn")).toHaveLength(1);
    });
  });

  it("acknowledges what no listener wants, and lives on", async () => {
    const { wire, command } = await openKitchen(mode);
    const user = { id: ANN, team_id: "T0001" };
    for (const payload of [
      { type: "shortcut", callback_id: "unknown", user, team: { id: "T0001" } },
      { type: "view_submission", user, team: { id: "T0001" }, view: { id: "V1", callback_id: "unknown" } },
      { type: "block_suggestion", user, team: { id: "T0001" }, action_id: "unknown" },
      { type: "block_actions", user, team: { id: "T0001" }, actions: [] },
    ]) {
      expect((await wire.deliver({ type: "interactive", payload })).status).toBe(200);
    }
    expect((await command("401"))?.text).toMatch(/^401/);
  });
});
