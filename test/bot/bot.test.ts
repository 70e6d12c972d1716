import { describe, expect, it, test } from "vitest";
import type { Posted } from "../../src/bot/bot.js";
import { createClaims } from "../../src/bot/claims.js";
import { createBot } from "../../src/bot/create-bot.js";
import { catalog } from "../catalog.js";

const LOG_502 =
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"';
const MINUTE = 60_000;

function setUp() {
  const clock = { now: 1_000_000 };
  return { clock, bot: createBot(catalog, () => clock.now) };
}

let messages = 0;
function posted(text: string, more: Partial<Posted> = {}): Posted {
  messages += 1;
  return {
    kind: "posted",
    text,
    attachments: [],
    message: `m${messages}`,
    conversation: "c",
    author: "person",
    ...more,
  };
}

const asked = { conversation: "c", person: "p", locale: "en" };

describe("hear", () => {
  it("answers an unmistakable question, briefly, with the controls of an unasked reply", async () => {
    const verdict = await setUp().bot.hear(posted("what does 502 mean?"));
    if (!verdict.speak) throw new Error(verdict.reason);
    expect(verdict.reply.controls).toEqual(["delete", "mute"]);
    expect(verdict.reply.card.blocks).toEqual([]);
    expect(verdict.reply.card.actions[0]).toEqual({ label: "More", ask: "502" });
  });

  it("answers a pasted log", async () => {
    expect(await setUp().bot.hear(posted(LOG_502))).toMatchObject({ speak: true });
  });

  test.each([
    "404 Main Street",
    "I have 200 unread emails",
    "build 503 failed",
    "lunch at 12:30?",
    "401k match",
    "the S&P 500",
    "",
  ])("stays silent at %j", async (text) => {
    expect(await setUp().bot.hear(posted(text))).toEqual({ speak: false, reason: "nothing-clear" });
  });

  it("never answers a bot, itself included", async () => {
    const { bot } = setUp();
    expect(await bot.hear(posted("401 vs 403?", { author: "bot" }))).toEqual({ speak: false, reason: "bot" });
    expect(await bot.hear(posted("401 vs 403?", { author: "self" }))).toEqual({ speak: false, reason: "bot" });
  });

  it("answers one message once, however often it arrives", async () => {
    const { bot } = setUp();
    const message = posted("401 vs 403?");
    expect(await bot.hear(message)).toMatchObject({ speak: true });
    expect(await bot.hear(message)).toEqual({ speak: false, reason: "claimed" });
  });

  it("does not say the same twice in ten minutes, nor more than two things", async () => {
    const { bot, clock } = setUp();
    expect(await bot.hear(posted("401 vs 403?"))).toMatchObject({ speak: true });
    expect(await bot.hear(posted("403 vs 401?"))).toEqual({ speak: false, reason: "repeated" });
    expect(await bot.hear(posted("what is a 502?"))).toMatchObject({ speak: true });
    expect(await bot.hear(posted("what is a 503?"))).toEqual({ speak: false, reason: "cooling-down" });
    expect(await bot.hear(posted("what is a 503?", { conversation: "other" }))).toMatchObject({ speak: true });
    clock.now += 11 * MINUTE;
    expect(await bot.hear(posted("401 vs 403?"))).toMatchObject({ speak: true });
  });

  it("is silent for 24 hours where it was muted", async () => {
    const { bot, clock } = setUp();
    await bot.mute("c");
    expect(await bot.hear(posted("401 vs 403?"))).toEqual({ speak: false, reason: "muted" });
    clock.now += 24 * 60 * MINUTE + 1;
    expect(await bot.hear(posted("401 vs 403?"))).toMatchObject({ speak: true });
  });

  it("judges an edited message anew, without counting it as another turn", async () => {
    const { bot } = setUp();
    const message = posted("401 vs 403?");
    await bot.hear(message);
    expect(await bot.hear({ ...message, kind: "edited", text: "401 vs 407?" })).toMatchObject({ speak: true });
    expect(await bot.hear({ ...message, kind: "edited", text: "never mind" })).toEqual({
      speak: false,
      reason: "nothing-clear",
    });
  });
});

describe("answer", () => {
  const about = { text: LOG_502, attachments: [] };

  test.each(["explain this", "what is this?", "", "pls help", "wtf"])(
    "reads the message that %j points at",
    async (text) => {
      expect((await setUp().bot.answer({ ...asked, text, about })).card.title).toBe("502 Bad Gateway");
    },
  );

  it("answers the question itself where there is one", async () => {
    expect((await setUp().bot.answer({ ...asked, text: "401", about })).card.title).toBe("401 Unauthorized");
  });

  it("says that it cannot read pictures", async () => {
    const picture = { name: "screenshot.png", kind: "picture" } as const;
    const { card } = await setUp().bot.answer({ ...asked, text: "", attachments: [picture] });
    expect(card.oneLine).toContain("cannot read pictures");
  });

  it("takes a caption for no question, and says so of files", async () => {
    const picture = { name: "screenshot.png", kind: "picture" } as const;
    const look = { text: "look at this, it hides that the page exists", attachments: [picture] };
    expect((await setUp().bot.answer({ ...asked, text: "explain this", about: look })).card.title).toBe("A picture");
    const file = { name: "core.bin", kind: "other" } as const;
    expect((await setUp().bot.answer({ ...asked, text: "explain this", attachments: [file] })).card.title).toBe(
      "A file",
    );
  });

  it("asks what is meant when nothing is pointed at", async () => {
    expect((await setUp().bot.answer({ ...asked, text: "explain this" })).card.title).toBe("Explain what?");
  });

  it("gives help when nothing is asked", async () => {
    expect((await setUp().bot.answer({ ...asked, text: "" })).card.ask).toBe("help");
  });
});

describe("suggest", () => {
  const suggest = (typed: string) =>
    setUp()
      .bot.suggest(typed)
      .map((suggestion) => suggestion.ask);

  it("puts the exact code first, then codes that begin so, then names and descriptions", () => {
    expect(suggest("404")[0]).toBe("404");
    expect(suggest("40").slice(0, 5)).toEqual(["400", "401", "403", "404", "409"]);
    expect(suggest("teap")[0]).toBe("418");
    expect(suggest("gateway")).toEqual(expect.arrayContaining(["502", "504"]));
    expect(suggest("http 429")[0]).toBe("429");
    expect(suggest("401 vs")).toContain("401 vs 403");
    expect(suggest("401 vs 403")[0]).toBe("401 vs 403");
    expect(suggest("duplicate em")[0]).toBe("duplicate email");
    expect(suggest("login requ")).toContain("not signed in");
  });

  it("offers at most 25, and something at once", () => {
    expect(suggest("")).toHaveLength(25);
    expect(suggest("4").length).toBeLessThanOrEqual(25);
    expect(suggest("zzzz")).toEqual([]);
  });
});

describe("claims", () => {
  it("are given once, and again after an hour", () => {
    let now = 0;
    const claims = createClaims(() => now);
    expect([claims.claim("a"), claims.claim("a"), claims.claim("b")]).toEqual([true, false, true]);
    now += 61 * MINUTE;
    expect(claims.claim("a")).toBe(true);
  });
});
