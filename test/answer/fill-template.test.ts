import { describe, expect, it, test } from "vitest";
import { type Filling, fillTemplate } from "../../src/answer/fill-template.js";
import { type Quotes, quoteLiteral } from "../../src/answer/quote-literal.js";

const FILLING: Filling = {
  words: new Map([
    ["code", "401"],
    ["Allow", '"GET, HEAD"'],
  ]),
  fields: new Map([
    ["Allow", 'set("Allow", "GET, HEAD")'],
    ["Vary", 'set("Vary", "Accept")'],
  ]),
  flags: new Set(["fields"]),
};

describe("fillTemplate", () => {
  test.each([
    ["words", "send({{code}}, {{code}})", "send(401, 401)"],
    [
      "header fields as lines, indented as their mark",
      "a\n  {{fields}}\nb",
      'a\n  set("Allow", "GET, HEAD")\n  set("Vary", "Accept")\nb',
    ],
    ["no header field twice", "{{fields}}\nallow({{Allow}})", 'set("Vary", "Accept")\nallow("GET, HEAD")'],
    ["sections whose flag holds", "a{{#fields}}b{{/fields}}{{^fields}}c{{/fields}}d", "abd"],
    [
      "sections on lines of their own, without their lines",
      "a\n{{#write}}\nb\n{{/write}}\n{{^write}}\nc\n{{/write}}\nd",
      "a\nc\nd",
    ],
    ["braces that are none of its marks", "{ {a: {{code}}} } {x}", "{ {a: 401} } {x}"],
  ])("fills in %s", (_what, template, expected) => {
    expect(fillTemplate(template, FILLING)).toBe(expected);
  });

  it("drops the line of header fields when there are none", () => {
    expect(fillTemplate("a\n  {{fields}}\nb", { ...FILLING, fields: new Map() })).toBe("a\nb");
  });

  it("puts words in as they are, whatever they look like", () => {
    const words = new Map([["code", "$& {{Allow}}"]]);
    expect(fillTemplate("<{{code}}>", { ...FILLING, words })).toBe("<$& {{Allow}}>");
  });

  it("says which word is missing", () => {
    expect(() => fillTemplate("{{Location}}", FILLING)).toThrow("{{Location}}");
  });
});

describe("quoteLiteral", () => {
  test.each<[Quotes, string, string]>([
    ["double", 'Bearer realm="api"', '"Bearer realm=\\"api\\""'],
    ["single", 'Bearer realm="api"', "'Bearer realm=\"api\"'"],
    ["single", "it's", "'it\\'s'"],
    ["either", "GET, HEAD", '"GET, HEAD"'],
    ["either", '"v7"', "'\"v7\"'"],
    ["either", `"it's"`, '"\\"it\'s\\""'],
    ["backtick", '"v7"', '`"v7"`'],
    ["backtick", "v7", '"v7"'],
    ["double", "a\\b", '"a\\\\b"'],
  ])("%s: %s", (quotes, text, expected) => {
    expect(quoteLiteral(text, quotes)).toBe(expected);
  });
});
