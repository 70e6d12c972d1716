import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readMarkup } from "../../../adapters/slack/read-markup.js";
import { readContent, readMessage } from "../../../adapters/slack/read-message.js";
import { readPress } from "../../../adapters/slack/read-press.js";
import { extendTrail, readTrail, trailToBlockId, wayBack } from "../../../adapters/slack/trail.js";

const ME = { teamId: "T0001", botId: "B0BOT", userId: "U0BOT", name: "teapot" };
const open = () => async () => ({ text: "", complete: true });
const MESSAGE = { type: "message", channel: "C1", ts: "1.1", user: "U1", text: "401" };

describe("readMarkup", () => {
  test.each([
    ["what&apos;s &lt;401&gt; &amp;amp; &amp;lt;", "what&apos;s <401> &amp; &lt;"],
    ["<@U404401> what is 404", "what is 404"],
    ["<@U0BOT|teapot> 404", "404"],
    ["see <#C0401|ops-401> and <#C0401>", "see #ops-401 and"],
    ["<!here> <!subteam^S1|@team> <!date^1392734382^{date}|Feb 18>", "@here @team Feb 18"],
    ["<http://10.0.3.12:8080/v1/checkout>", "http://10.0.3.12:8080/v1/checkout"],
    ["host: <http://api.example.com|api.example.com>", "host: api.example.com"],
    ["<mailto:ann@example.com|ann@example.com>", "ann@example.com"],
    ["```GET /a\n502```", "GET /a\n502"],
    ["what is `404`?", "what is 404?"],
    ["a <b> c < d", "a <b> c < d"],
    ["*8841 connect() failed* _x_", "*8841 connect() failed* _x_"],
  ])("reads %j as %j", (markup, text) => {
    expect(readMarkup(markup)).toBe(text);
  });

  it("gives back what was typed, whatever it is, once Slack has escaped it", () => {
    const typed = fc.string({ unit: "binary" }).filter((text) => !text.includes("`"));
    fc.assert(
      fc.property(typed, (text) => {
        const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        expect(readMarkup(escaped)).toBe(text.trim());
      }),
    );
  });
});

describe("readContent", () => {
  const section = (...elements: object[]) => ({ type: "rich_text_section", elements });
  const text = (value: string) => ({ type: "text", text: value });

  it("keeps the lines of a pasted log", () => {
    const preformatted = { type: "rich_text_preformatted", elements: [text("line 1\n  line 2\n*8841 line 3")] };
    const blocks = [{ type: "rich_text", elements: [section(text("look:\n")), preformatted] }];
    expect(readContent({ text: "ignored", blocks }, open).text).toBe("look:\nline 1\n  line 2\n*8841 line 3");
  });

  it("reads lists, quotes and links, and leaves out people, whose ids hold digits", () => {
    const items = { type: "rich_text_list", elements: [section(text("401")), section(text("403"))] };
    const quote = { type: "rich_text_quote", elements: [{ type: "link", url: "http://a/502" }, text(" failed")] };
    const mention = section({ type: "user", user_id: "U404" }, text(" compare"), { type: "emoji", name: "500" });
    const blocks = [{ type: "rich_text", elements: [mention, items, quote] }];
    expect(readContent({ blocks }, open).text).toBe(" compare\n401\n403\nhttp://a/502 failed");
  });

  it("reads alerts, which other apps write in sections, contexts and attachments", () => {
    const alert = {
      blocks: [
        { type: "header", text: { type: "plain_text", text: "5xx" } },
        { type: "section", text: { type: "mrkdwn", text: "`502` on &lt;api&gt;" } },
        { type: "context", elements: [{ type: "mrkdwn", text: "since <!date^1^{time}|3:14>" }, { type: "image" }] },
        { type: "divider" },
      ],
      attachments: [
        { title: "GET /a", text: "status=502", fields: [{ title: "Host", value: "api" }], fallback: "unread" },
        { fallback: "status=503" },
      ],
    };
    expect(readContent(alert, open).text).toBe(
      "5xx\n502 on <api>\nsince 3:14\nGET /a\nstatus=502\nHost\napi\nstatus=503",
    );
  });

  it("tells pictures, text and other files apart", () => {
    const files = [
      { id: "F1", name: "a.png", mimetype: "image/png", mode: "hosted" },
      { id: "F2", name: "Untitled", mimetype: "text/plain", mode: "snippet", size: 12 },
      { id: "F3", name: "c.json", mimetype: "application/json", mode: "hosted" },
      { id: "F4", name: "d.zip", mimetype: "application/zip", mode: "hosted" },
      { id: "F5", name: "e.txt", mimetype: "text/plain", mode: "external" },
      { id: "F6", mode: "tombstone" },
      { id: "F7", mode: "hidden_by_limit" },
    ];
    const { attachments } = readContent({ files }, open);
    expect(attachments.map(({ kind }) => kind)).toEqual([
      "picture",
      "text",
      "text",
      "other",
      "other",
      "other",
      "other",
    ]);
    expect(attachments[1]).toMatchObject({ name: "Untitled", size: 12, mayBeLog: true });
  });

  it("takes a file of which Slack tells nothing yet for text, and finds those of a forwarded message", () => {
    const untold = { id: "F1", mode: "file_access", file_access: "check_file_info" };
    const forwarded = { files: [{ id: "F2", name: "api.log", mimetype: "text/plain", mode: "hosted" }] };
    const { attachments } = readContent({ files: [untold], attachments: [forwarded] }, open);
    expect(attachments).toMatchObject([
      { kind: "text", size: 0 },
      { kind: "text", name: "api.log" },
    ]);
  });
});

describe("readMessage", () => {
  it("replies in the thread, or begins one", () => {
    expect(readMessage(MESSAGE, ME, open)).toMatchObject({ thread: "1.1", isReply: false });
    expect(readMessage({ ...MESSAGE, thread_ts: "1.1" }, ME, open)).toMatchObject({ thread: "1.1", isReply: false });
    expect(readMessage({ ...MESSAGE, thread_ts: "0.9" }, ME, open)).toMatchObject({ thread: "0.9", isReply: true });
  });

  it.each([undefined, "file_share", "thread_broadcast"])("takes the subtype %j", (subtype) => {
    expect(readMessage({ ...MESSAGE, subtype }, ME, open)).toBeDefined();
  });

  it.each(["message_changed", "message_deleted", "bot_message", "channel_join", "huddle_thread", "anything_new"])(
    "does not take the subtype %j",
    (subtype) => expect(readMessage({ ...MESSAGE, subtype }, ME, open)).toBeUndefined(),
  );

  it("does not take hidden messages", () => {
    expect(readMessage({ ...MESSAGE, hidden: true }, ME, open)).toBeUndefined();
  });

  it("survives anything", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readMessage(value, ME, open);
        readPress(value);
      }),
    );
  });
});

describe("the trail of a private reply", () => {
  it("leads back step by step, and returns to a reply instead of adding it again", () => {
    const trail = extendTrail(extendTrail(["401"], "401 vs 403"), "403");
    expect(trail).toEqual(["403", "401 vs 403", "401"]);
    expect(wayBack(trail)).toBe("401 vs 403");
    expect(extendTrail(trail, "401 vs 403")).toEqual(["401 vs 403", "401"]);
    expect(wayBack(extendTrail(trail, "401"))).toBeUndefined();
  });

  it("fits Slack's ids, dropping the oldest steps first", () => {
    const step = fc.stringMatching(/^[a-z0-9 ]{1,90}$/);
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 40 }), fc.nat(50), (trail, index) => {
        const id = trailToBlockId(trail, index);
        const kept = readTrail(id);
        expect(id.length).toBeLessThanOrEqual(255);
        expect(kept).toEqual(trail.slice(0, kept.length));
        expect(kept.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
