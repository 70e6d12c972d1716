/** The small parts, with whatever anybody may write. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createBoundedMap } from "../../../adapters/discord/bounded-map.js";
import { codeBlock, codeSpan, escapeText, maskedLink, printable } from "../../../adapters/discord/escape.js";
import { createEventAge } from "../../../adapters/discord/event-age.js";
import { readMarkup } from "../../../adapters/discord/read-markup.js";
import { HOSTILE } from "../../contract/adapter-contract.js";
import { snowflake } from "./payloads.js";
import { readMarkdown } from "./read-markdown.js";

/** Texts made of what Discord gives a meaning to. */
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ..."*_~|`[]()<>#-+.:@&!/\\ \n1a".split(""),
        "@everyone",
        "<@123456789012345678>",
        "https://evil.example",
        "discord.gg/abc",
        ":smile:",
        "<t:1:R>",
        "```",
        "-# ",
        "> ",
        "1. ",
      ),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom(...HOSTILE),
);
const seen = (text: string) => text.replaceAll("\u200b", "");

describe("Whatever somebody writes", () => {
  it("is shown as it is, and does nothing", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { plain, marks } = readMarkdown(escapeText(text));
        expect(marks).toEqual([]);
        expect(plain).toBe(seen(printable(text)));
      }),
    );
  });

  it("stays inside code", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const block = readMarkdown(codeBlock("http", text));
        expect(block.marks.map(({ kind }) => kind)).toEqual(["block"]);
        const span = readMarkdown(`a ${codeSpan(text)} b`);
        expect(span.marks.every(({ kind }) => kind === "code") && span.marks.length <= 1).toBe(true);
      }),
    );
  });

  it("stays the text of a link, and leads nowhere else", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { marks } = readMarkdown(`a ${maskedLink(text, "https://ours.example/a(b)")}`);
        expect(marks).toEqual([{ kind: "link", text: seen(printable(text)), url: "https://ours.example/a%28b%29" }]);
      }),
    );
  });

  it("mentions nobody once it has been read", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(readMarkup(`<@1> ${text.replaceAll("`", "")}`)).not.toMatch(/<@\d+>/);
      }),
    );
  });
});

describe("readMarkup", () => {
  test.each([
    ["<@1234> <@!1234> <@&1234> 404", "404"],
    ["404 in <#1234>", "404 in"],
    ["**404** ||spoiler|| `500`", "404 spoiler 500"],
    ["> quoted 404\nand 500", "quoted 404\nand 500"],
    ["<:teapot:1234> <a:spin:1234> 418 <t:1700000000:R>", "418"],
    ["see </http:1234>", "see /http"],
    ["<https://example.com/404>", "https://example.com/404"],
    ["help\n```log\nstatus=502 a_b **c** `d`\n```", "help\n\nstatus=502 a_b **c** `d`"],
    ["```502\nfoo\n```", "502\nfoo"],
    ["```status=502```", "status=502"],
    ["open ```502", "open 502"],
    ["GET /a_b/*.js 404", "GET /a_b/*.js 404"],
    ["", ""],
  ])("%j is %j", (content, text) => expect(readMarkup(content)).toBe(text));
});

describe("createBoundedMap", () => {
  it("forgets what is old, and the oldest when there is too much", () => {
    let now = 0;
    const map = createBoundedMap<number>(2, 10, () => now);
    map.set("a", 1);
    map.set("b", 2);
    map.set("a", 3);
    map.set("c", 4);
    expect(["a", "b", "c"].map(map.get)).toEqual([3, undefined, 4]);
    now = 10;
    expect(map.get("c")).toBeUndefined();
    map.set("d", 5);
    map.delete("d");
    expect(map.get("d")).toBeUndefined();
  });
});

describe("createEventAge", () => {
  it.each([0, 3_600_000, -3_600_000])("tells the age although the clocks are %d ms apart", (apart) => {
    let now = 0;
    const start = Date.now();
    const ageOf = createEventAge(() => now);
    const id = (at: number) => snowflake(Date.now() - (start + apart + at));
    expect(ageOf(id(0))).toBe(0);
    now = 5_000;
    expect(Math.abs(ageOf(id(1_000)) - 4_000)).toBeLessThan(20);
    expect(Math.abs(ageOf(id(5_000)))).toBeLessThan(20);
  });

  it("follows clocks that drift apart", () => {
    let now = 0;
    const start = Date.now();
    const ageOf = createEventAge(() => now);
    const id = (at: number) => snowflake(Date.now() - (start + at));
    ageOf(id(0));
    for (now = 0; now <= 3_600_000; now += 60_000) expect(ageOf(id(now * 0.9999))).toBeLessThan(100);
    now = 3_600_000 * 48; // nobody asked anything for two days
    expect(ageOf(id(now * 0.9999))).toBe(0);
  });
});
