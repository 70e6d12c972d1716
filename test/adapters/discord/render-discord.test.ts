import { describe, expect, it } from "vitest";
import { type DiscordMessage, renderDiscord } from "../../../adapters/discord/render-discord.js";
import type { Reply } from "../../../src/bot/bot.js";
import type { Card, Inline } from "../../../src/card/card.js";
import { bodyProblems } from "./discord-rules.js";
import { readMarkdown } from "./read-markdown.js";

const AUTHOR = "300000000000000001";

const CARD: Card = {
  ask: "401",
  title: "401 Unauthorized",
  kicker: "client error (4xx)",
  tone: "4xx",
  summary: [{ kind: "text", text: "Who are you?" }],
  oneLine: "401 Unauthorized: who are you?",
  blocks: [{ kind: "facts", facts: [{ label: "Got it?", content: [{ kind: "text", text: "Sign in." }] }] }],
  actions: [{ label: "401 vs 403", ask: "401 vs 403" }],
  sources: [{ label: "RFC 9110 §15.5.2", url: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2" }],
};
const replyOf = (card: Partial<Card>, controls: Reply["controls"] = []): Reply => ({
  card: { ...CARD, ...card },
  controls,
});
const text = (value: string): Inline => ({ kind: "text", text: value });

describe("renderDiscord", () => {
  it("says title, class and summary in the content, and does not repeat them in the embed", () => {
    const message = renderDiscord(replyOf({}));
    expect(message).toMatchInlineSnapshot(`
      {
        "allowed_mentions": {
          "parse": [],
          "replied_user": false,
        },
        "components": [
          {
            "components": [
              {
                "custom_id": "a1:401 vs 403",
                "label": "401 vs 403",
                "style": 2,
                "type": 2,
              },
            ],
            "type": 1,
          },
        ],
        "content": "**401 Unauthorized** · client error (4xx)
      Who are you?",
        "embeds": [
          {
            "color": 15105570,
            "fields": [
              {
                "inline": false,
                "name": "Got it?",
                "value": "Sign in.",
              },
              {
                "inline": false,
                "name": "Sources",
                "value": "[RFC 9110 §15.5.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2)",
              },
            ],
          },
        ],
      }
    `);
  });

  it("makes no embed where there is nothing to say beyond the summary", () => {
    const message = renderDiscord(replyOf({ blocks: [] }, ["delete", "mute"]), { author: AUTHOR });
    expect(message).toMatchInlineSnapshot(`
      {
        "allowed_mentions": {
          "parse": [],
          "replied_user": false,
        },
        "components": [
          {
            "components": [
              {
                "custom_id": "a1:401 vs 403",
                "label": "401 vs 403",
                "style": 2,
                "type": 2,
              },
              {
                "custom_id": "m1:300000000000000001",
                "label": "⋯",
                "style": 2,
                "type": 2,
              },
            ],
            "type": 1,
          },
        ],
        "content": "**401 Unauthorized** · client error (4xx)
      Who are you?
      -# [RFC 9110 §15.5.2](<https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2>)",
        "embeds": [],
      }
    `);
  });

  it("shows a comparison as one field a column", () => {
    const table = {
      kind: "table",
      columns: ["401", "403"],
      rows: [{ label: "Credentials", cells: ["none", "not enough"] }],
    } as const;
    const [embed] = renderDiscord(
      replyOf({ blocks: [table, { kind: "paragraph", content: [text("Some answer 404.")] }] }),
    ).embeds;
    expect(embed?.fields).toMatchInlineSnapshot(`
      [
        {
          "inline": true,
          "name": "401",
          "value": "**Credentials:** none",
        },
        {
          "inline": true,
          "name": "403",
          "value": "**Credentials:** not enough",
        },
        {
          "inline": false,
          "name": "​",
          "value": "Some answer 404.",
        },
        {
          "inline": false,
          "name": "Sources",
          "value": "[RFC 9110 §15.5.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2)",
        },
      ]
    `);
  });

  it("puts text after a field into a field, or into an embed of its own when it is long", () => {
    const facts = CARD.blocks;
    const long = { kind: "paragraph", content: [text("word ".repeat(400))] } as const;
    expect(renderDiscord(replyOf({ blocks: [...facts, long] })).embeds).toHaveLength(2);
  });

  it("turns a fact that is longer than a field into text instead of cutting it", () => {
    const long = "word ".repeat(400).trim();
    const message = renderDiscord(
      replyOf({ blocks: [{ kind: "facts", facts: [{ label: "Long", content: [text(long)] }] }] }),
    );
    expect(message.embeds[0]?.description).toBe(`**Long**\n${long}`);
    expect(bodyProblems("editedMessage", message)).toEqual([]);
  });

  it("leaves out whole parts where not even Discord's 6,000 characters are enough, and says so", () => {
    const paragraphs = Array.from(
      { length: 9 },
      () => ({ kind: "paragraph", content: [text("word ".repeat(200))] }) as const,
    );
    const message = renderDiscord(replyOf({ blocks: paragraphs }));
    expect(bodyProblems("editedMessage", message)).toEqual([]);
    expect(JSON.stringify(message)).toContain("4 more parts do not fit into a Discord message.");
  });

  it("falls back to the one line when the summary is longer than a message", () => {
    const message = renderDiscord(replyOf({ summary: [text("*".repeat(3_000))], oneLine: "*".repeat(3_000) }));
    expect(bodyProblems("editedMessage", message)).toEqual([]);
    expect(readMarkdown(message.content).marks.map(({ kind }) => kind)).toEqual(["strong"]);
  });

  it("keeps a code block closed whatever stands in it", () => {
    const code = "`one` ``two`` ```three``` ````four````";
    const message = renderDiscord(replyOf({ blocks: [{ kind: "code", language: "http", text: code }] }));
    const { marks } = readMarkdown(message.embeds[0]?.description ?? "");
    expect(marks).toEqual([{ kind: "block", text: `${code}\n` }]);
  });

  it("links only to addresses of the web", () => {
    const link: Inline = { kind: "link", text: "docs", url: "javascript:alert(1)" };
    expect(renderDiscord(replyOf({ kicker: "", summary: [link] })).content).not.toContain("(");
    const parens: Inline = { kind: "link", text: "wiki", url: "https://en.wikipedia.org/wiki/HTTP_(a) b" };
    expect(renderDiscord(replyOf({ kicker: "", summary: [parens] })).content).toContain(
      "[wiki](<https://en.wikipedia.org/wiki/HTTP_%28a%29%20b>)",
    );
  });

  it("offers what to do with it only on replies that nobody asked for", () => {
    const ids = (message: DiscordMessage) => JSON.stringify(message.components);
    expect(ids(renderDiscord(replyOf({})))).not.toContain("m1:");
    expect(ids(renderDiscord(replyOf({}, ["delete", "mute"]), { author: AUTHOR }))).toContain(`m1:${AUTHOR}`);
  });
});
