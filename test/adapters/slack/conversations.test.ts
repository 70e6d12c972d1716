import { describe, expect, it } from "vitest";
import { MODES, openKitchen } from "./kitchen.js";
import { labels } from "./people.js";
import { ANN, BOB, BOT } from "./slack-state.js";
import { until } from "./until.js";
import { visibleText } from "./visible-text.js";

const LOG = [
  '203.0.113.7 - - [21/Nov/2026:03:13:58 +0000] "POST /v1/checkout HTTP/1.1" 201 412 "-" "okhttp/4.12.0"',
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"',
].join("\n");
const MENTION = `<@${BOT.user}>`;

describe.each(MODES)("over %s", (mode) => {
  describe("Explain HTTP codes in the menu of a message", () => {
    it("tells what the message says, whoever wrote it, to whoever asks alone", async () => {
      const { say, pickExplain, replies } = await openKitchen(mode);
      const ts = await say(LOG, { person: BOB, channel: "C0DEV" });
      await pickExplain(ts);
      const answer = await until("the answer", () => replies().find(({ only }) => only === ANN));
      expect(visibleText(answer?.blocks)).toContain("1 of 2 requests failed: 502.");
      expect(answer).toMatchObject({ channel: "C0DEV" });
    });

    it("works where the bot is no member", async () => {
      const { say, pickExplain, replies, slack } = await openKitchen(mode);
      const ts = await say("what's 401 vs 403?", { person: BOB, channel: "C0DEV" });
      slack.state.channels.clear();
      await pickExplain(ts);
      const answer = await until("the answer", () => replies().find(({ only }) => only === ANN));
      expect(answer?.text).toContain("403");
    });

    it("reads a file of the message", async () => {
      const { say, pickExplain, replies, slack } = await openKitchen(mode);
      const fields = { name: "api.log", mimetype: "text/plain", size: LOG.length, mode: "hosted" };
      slack.state.files.set("F0MENU", { fields, text: LOG });
      const ts = await say("", { person: BOB, channel: "C0DEV", files: [{ id: "F0MENU", ...fields }] });
      await pickExplain(ts);
      const answer = await until("the answer", () => replies().find(({ only }) => only === ANN));
      expect(visibleText(answer?.blocks)).toContain("1 of 2 requests failed: 502.");
    });

    it("tells of a credential only its author", async () => {
      const { say, pickExplain, replies } = await openKitchen(mode);
      const secret = `curl -H 'Authorization: Bearer ghp_${"Q3vN8kD1xW6pZ0rT5yB9cH2mJ7sF4gLaQ3vN"}' https://api.example.com/x`;
      const ts = await say(`${secret}\nHTTP/1.1 502 Bad Gateway`, { person: BOB, channel: "C0DEV" });
      await pickExplain(ts);
      const other = await until("the answer", () => replies().find(({ only }) => only === ANN));
      await pickExplain(ts, BOB);
      const seenByAuthor = () =>
        replies()
          .filter(({ only }) => only === BOB)
          .map(({ blocks }) => visibleText(blocks));
      await until("the author's", () => seenByAuthor().some((text) => text.includes("GitHub")));
      expect(visibleText(other?.blocks)).not.toMatch(/GitHub|token/);
    });

    it("answers in the thread where the message stands in one", async () => {
      const { say, pickExplain, replies } = await openKitchen(mode);
      const thread = await say("deploy", { person: BOB });
      const ts = await say(LOG, { person: BOB, thread });
      await pickExplain(ts);
      await until("the answer", () => replies().some(({ only, thread: at }) => only === ANN && at === thread));
    });
  });

  describe("/http", () => {
    it("is answered in the acknowledgement, for the asker alone, with one round trip", async () => {
      const { command, slack, replies } = await openKitchen(mode);
      const calls = slack.calls.length;
      const answer = await command("401");
      expect(visibleText(answer?.blocks)).toContain("401 Unauthorized");
      expect(answer).toMatchObject({ only: ANN, thread: undefined });
      expect(slack.calls.slice(calls)).toEqual([]);
      expect(replies()).toHaveLength(1);
    });

    it("changes in place when a button is pressed, and leads back", async () => {
      const { command, press, replies } = await openKitchen(mode);
      const answer = await command("401");
      if (!answer) throw new Error("no answer");
      await press(answer, "401 vs 403");
      await until("the comparison", () => answer.text.includes("403") && labels(answer.blocks).includes("‹ Back"));
      await press(answer, "‹ Back");
      await until("the first answer again", () => answer.text.startsWith("401 Unauthorized"));
      expect(labels(answer.blocks)).not.toContain("‹ Back");
      expect(replies()).toHaveLength(1);
    });

    it("can be picked from a menu", async () => {
      const { command, press } = await openKitchen(mode);
      const answer = await command("4xx");
      if (!answer) throw new Error("no answer");
      await press(answer, "404 Not Found");
      await until("404", () => answer.text.startsWith("404 Not Found"));
      expect(labels(answer.blocks)).toContain("‹ Back");
    });

    it("is shared with the channel under the sharer's name, and then gone", async () => {
      const { command, press, replies } = await openKitchen(mode);
      const answer = await command("401");
      if (!answer) throw new Error("no answer");
      await Promise.all([press(answer, "Share to channel"), press(answer, "Share to channel")]);
      await until("the private answer to go", () => answer.deleted);
      expect(replies()).toHaveLength(1);
      expect(replies()[0]).toMatchObject({ only: undefined, channel: "C0OPS" });
      expect(JSON.stringify(replies()[0]?.blocks)).toContain(`shared by <@${ANN}>`);
      expect(labels(replies()[0]?.blocks)).not.toContain("Share to channel");
    });

    it("works where the bot is no member", async () => {
      const { command, press, replies, slack } = await openKitchen(mode);
      slack.state.channels.clear();
      const answer = await command("401 vs 403");
      if (!answer) throw new Error("no answer");
      await press(answer, "Share to channel");
      await until("the private answer to go", () => answer.deleted);
      expect(replies()).toHaveLength(1);
    });

    it("keeps the reply to a paste, since nothing could bring it back", async () => {
      const { command, press, replies } = await openKitchen(mode);
      const answer = await command(LOG);
      if (!answer) throw new Error("no answer");
      await press(answer, "Fix 502");
      const fix = await until("the second answer", () => replies()[1]);
      expect(fix).toMatchObject({ only: ANN });
      expect(answer.text).toContain("1 of 2");
    });

    it.each(["", "help", "4o1", "<@U0BOB|bob> & <script>"])("has a useful answer to %j", async (text) => {
      const { command } = await openKitchen(mode);
      const answer = await command(text.replaceAll("&", "&amp;"));
      expect(labels(answer?.blocks).length).toBeGreaterThan(1);
    });
  });

  describe("a mention", () => {
    it.each([false, true])(
      "is answered once, although Slack tells of it twice (mention first: %s)",
      async (mentionFirst) => {
        const kitchen = await openKitchen(mode);
        const ts = await kitchen.say(`hey ${MENTION} 401?`, { mentionFirst });
        await kitchen.stop();
        expect(kitchen.replies()).toHaveLength(1);
        expect(kitchen.replies()[0]).toMatchObject({ thread: ts, only: undefined });
        expect(kitchen.replies()[0]?.text).toMatch(/^401 Unauthorized/);
      },
    );

    it("is answered in full, although it would be worth a word unasked too", async () => {
      const kitchen = await openKitchen(mode);
      await kitchen.say(`${MENTION} what does 502 mean?`);
      await kitchen.stop();
      expect(kitchen.replies()).toHaveLength(1);
      expect(labels(kitchen.replies()[0]?.blocks)).not.toContain("Delete");
    });

    it("is answered in the thread in which it stands", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      const root = await say("good morning");
      await say(`${MENTION} 404`, { thread: root });
      const reply = await until("a reply", () => replies()[0]);
      expect(reply.thread).toBe(root);
      expect(slack.calls.map(({ method }) => method)).not.toContain("conversations.replies");
    });

    it("reads the thread's first message when it only points at it", async () => {
      const { say, replies } = await openKitchen(mode);
      const root = await say(LOG, { event: { subtype: "bot_message", bot_id: "B0OTHER" } });
      await say(`${MENTION} explain this`, { thread: root });
      const reply = await until("a reply", () => replies()[0]);
      expect(reply.text).toContain("1 of 2 requests failed (502)");
    });

    it("says that it cannot read pictures", async () => {
      const { say, replies } = await openKitchen(mode);
      await say(`${MENTION} what is this?`, { files: [{ name: "screen.png", mimetype: "image/png", mode: "hosted" }] });
      expect((await until("a reply", () => replies()[0])).text).toContain("cannot read pictures");
    });

    it("in a direct message of several people is answered, and other messages there are not", async () => {
      const kitchen = await openKitchen(mode);
      await kitchen.say("lunch at 12?", { channel: "G0SEVERAL" });
      const ts = await kitchen.say(`${MENTION} 404`, { channel: "G0SEVERAL" });
      await kitchen.stop();
      expect(kitchen.replies().map(({ thread }) => thread)).toEqual([ts]);
    });
  });

  describe("a direct message", () => {
    it("is answered in its thread", async () => {
      const { say, replies } = await openKitchen(mode);
      const ts = await say("too many requests", { channel: "D0ANN" });
      const reply = await until("a reply", () => replies()[0]);
      expect(reply).toMatchObject({ thread: ts });
      expect(reply.text).toMatch(/^429/);
    });

    it("changes in place when a button is pressed, since nobody else reads it", async () => {
      const { say, press, replies } = await openKitchen(mode);
      await say("401", { channel: "D0ANN" });
      const reply = await until("a reply", () => replies()[0]);
      await press(reply, "Fix it");
      await until("the way back", () => labels(reply.blocks).includes("‹ Back"));
      expect(replies()).toHaveLength(1);
    });
  });

  describe("a button on a reply that all can see", () => {
    it("answers whoever pressed it, in the thread, and leaves the reply as it is", async () => {
      const { say, press, replies } = await openKitchen(mode);
      const root = await say(`${MENTION} 401`);
      const reply = await until("a reply", () => replies()[0]);
      const before = JSON.stringify(reply.blocks);
      await press(reply, "401 vs 403", BOB);
      const whisper = await until("a private answer", () => replies()[1]);
      expect(whisper).toMatchObject({ only: BOB, thread: root });
      expect(JSON.stringify(reply.blocks)).toBe(before);
      await press(whisper, "403", BOB);
      await until("it to change in place", () => labels(whisper.blocks).includes("‹ Back"));
    });

    it("answers beside the thread where the bot is no member", async () => {
      const { say, press, replies, slack } = await openKitchen(mode);
      await say(`${MENTION} 401`);
      const reply = await until("a reply", () => replies()[0]);
      slack.state.channels.clear();
      await press(reply, "Example", BOB);
      expect(await until("a private answer", () => replies()[1])).toMatchObject({ only: BOB, thread: undefined });
    });

    it("shared between two people answers who pressed: the bot is not in their conversation", async () => {
      const { command, press, replies } = await openKitchen(mode);
      const answer = await command("401", { channel: "D0TWO" });
      if (!answer) throw new Error("no answer");
      await press(answer, "Share to channel");
      await until("the private answer to go", () => answer.deleted);
      const shared = replies()[0];
      if (!shared) throw new Error("nothing is shared");
      await press(shared, "Example", BOB);
      const whisper = await until("a private answer", () => replies()[1]);
      expect(whisper).toMatchObject({ only: BOB, channel: "D0TWO" });
      expect(whisper.text).toMatch(/^401/);
    });

    it("of an older version says so", async () => {
      const { say, press, replies } = await openKitchen(mode);
      await say(`${MENTION} 401`);
      const reply = await until("a reply", () => replies()[0]);
      reply.blocks = JSON.parse(JSON.stringify(reply.blocks).replaceAll("a1:", "a0:"));
      await press(reply, "Example", BOB);
      const whisper = await until("a private answer", () => replies()[1]);
      expect(whisper).toMatchObject({ only: BOB, text: expect.stringContaining("older version") });
    });
  });

  describe("overheard", () => {
    it.each([
      ["a question", "what's 401 vs 403?"],
      ["a log", LOG],
    ])("%s is answered in its thread", async (_what, text) => {
      const { say, replies } = await openKitchen(mode);
      const ts = await say(text);
      expect(await until("a reply", () => replies()[0])).toMatchObject({ thread: ts, only: undefined });
    });

    it("chatter is not answered", async () => {
      const kitchen = await openKitchen(mode);
      await kitchen.say("room 404 is free, we sold 500 tickets");
      await kitchen.say("lunch?", { channel: "G0PRIVATE" });
      await kitchen.stop();
      expect(kitchen.replies()).toEqual([]);
    });

    it("is answered briefly, and the reply can be deleted by anybody, silently", async () => {
      const kitchen = await openKitchen(mode);
      await kitchen.say("what does 502 mean?");
      const reply = await until("a reply", () => kitchen.replies()[0]);
      expect(labels(reply.blocks)).toEqual(expect.arrayContaining(["More", "Delete", "Mute here for 24 hours"]));
      await kitchen.press(reply, "Delete", BOB);
      await until("the reply to go", () => reply.deleted);
      expect(kitchen.replies()).toEqual([]);
    });

    it("is silent in a muted channel, which tells who muted it", async () => {
      const kitchen = await openKitchen(mode);
      await kitchen.say("what does 502 mean?");
      const reply = await until("a reply", () => kitchen.replies()[0]);
      await kitchen.press(reply, "Mute here for 24 hours", BOB);
      await until("the line that tells", () => reply.text.includes(`<@${BOB}> muted me`));
      await kitchen.say("what does 404 mean?");
      await kitchen.say("what does 404 mean?", { channel: "C0DEV" });
      await kitchen.stop();
      expect(kitchen.replies().map(({ channel }) => channel)).toEqual(["C0OPS", "C0DEV"]);
    });

    it("is muted also by somebody of another company, in a channel shared with it", async () => {
      const kitchen = await openKitchen(mode);
      await kitchen.say("what does 502 mean?");
      const reply = await until("a reply", () => kitchen.replies()[0]);
      await kitchen.press(reply, "Mute here for 24 hours", BOB, "T0THEIRS");
      await until("the line that tells", () => reply.text.includes(`<@${BOB}> muted me`));
      await kitchen.say("what does 404 mean?");
      await kitchen.stop();
      expect(kitchen.replies()).toHaveLength(1);
    });

    it("in a workspace that refuses tables, a comparison comes without one", async () => {
      const { say, replies, slack } = await openKitchen(mode);
      slack.trouble("chat.postMessage", { error: "invalid_blocks" });
      await say("what's 401 vs 403?");
      const reply = await until("a reply", () => replies()[0]);
      expect(JSON.stringify(reply.blocks)).not.toContain('"table"');
      expect(visibleText(reply.blocks)).toContain("403 Forbidden");
    });
  });

  describe("one message gets one reply", () => {
    it.each(["what does 502 mean?", `${MENTION} 502`])("when %j is delivered again and again", async (text) => {
      const kitchen = await openKitchen(mode);
      const ts = await kitchen.say(text);
      await Promise.all([kitchen.again(ts), kitchen.again(ts, { num: 1, reason: "http_timeout" })]);
      await kitchen.stop();
      expect(kitchen.replies()).toHaveLength(1);
    });

    it("also when only the retry arrives", async () => {
      const { say, replies } = await openKitchen(mode);
      await say("502", { channel: "D0ANN", retry: { num: 1, reason: "http_error" } });
      await until("a reply", () => replies()[0]);
    });

    it.each([
      ["its own message", { user: BOT.user, bot_id: BOT.bot }],
      ["another bot's message", { bot_id: "B0OTHER", user: "U0OTHER" }],
      ["a webhook's message", { bot_id: "B0HOOK", subtype: "bot_message", user: undefined }],
      ["Slackbot", { user: "USLACKBOT" }],
      ["an edit", { subtype: "message_changed", message: { text: "what does 502 mean?" } }],
      [
        "an edit of its own message",
        { subtype: "message_changed", user: undefined, message: { user: BOT.user, bot_id: BOT.bot, text: "502" } },
      ],
      ["a deletion", { subtype: "message_deleted" }],
      ["somebody joining", { subtype: "channel_join" }],
    ])("and %s gets none, wherever it is", async (_what, event) => {
      const kitchen = await openKitchen(mode);
      await kitchen.say("what does 502 mean?", { event });
      await kitchen.say("502", { event, channel: "D0ANN" });
      await kitchen.say(`${MENTION} 502`, { event });
      await kitchen.stop();
      expect(kitchen.replies()).toEqual([]);
    });
  });
});
