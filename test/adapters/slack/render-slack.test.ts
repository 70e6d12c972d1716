import { describe, expect, it, test } from "vitest";
import { readAskValue } from "../../../adapters/slack/button-value.js";
import { PRESS } from "../../../adapters/slack/render-controls.js";
import { renderOnce } from "../../../adapters/slack/render-once.js";
import { type RenderOptions, renderSlack, type SlackSurface } from "../../../adapters/slack/render-slack.js";
import type { Control, Reply } from "../../../src/bot/bot.js";
import { createBot } from "../../../src/bot/create-bot.js";
import type { Card } from "../../../src/card/card.js";
import { prose } from "../../../src/card/prose.js";
import { catalog } from "../../catalog.js";
import { adapterContract, asked, type Rendered } from "../../contract/adapter-contract.js";
import { blockViolations, pressables, readBlocks, textViolations } from "./block-violations.js";
import { ANN } from "./slack-state.js";
import { liveMarkup, visibleText } from "./visible-text.js";

const LONG_TRAIL = Array.from({ length: 30 }, (_, step) => `the question of step ${step}`);
const SURFACES: readonly { surface: SlackSurface; options: RenderOptions; name: string }[] = [
  { name: "message", surface: "message", options: {} },
  { name: "direct message", surface: "message", options: { trail: ["404", "401"] } },
  { name: "response", surface: "response", options: { trail: LONG_TRAIL, asked: "x".repeat(1_990) } },
];

adapterContract({
  name: "Slack",
  render: (reply) => SURFACES.map(({ name, surface, options }) => rendered(name, reply, surface, options)),
});

function rendered(name: string, reply: Reply, surface: SlackSurface, options: RenderOptions): Rendered {
  const message = renderSlack(reply, surface, options);
  const violations = [...blockViolations(message.blocks, surface === "message"), ...textViolations(message.text)];
  if (violations.length > 0) return { surface: name, visible: "", asks: [], violations, live: [] };
  return {
    surface: name,
    visible: `${message.text}\n${visibleText(message.blocks)}`,
    asks: asksOf(message.blocks),
    violations,
    live: liveMarkup(
      message,
      reply.card.sources.map((source) => source.url),
    ),
  };
}

const EVERYTHING: Card = {
  ask: "401 vs 403",
  title: "401 vs 403",
  kicker: "client errors (4xx)",
  tone: "4xx",
  summary: prose('401: "who are you?" Send `WWW-Authenticate`.'),
  oneLine: "401 vs 403: who are you & what may you?",
  blocks: [
    {
      kind: "paragraph",
      content: [...prose("Read "), { kind: "link", text: "the RFC", url: "https://www.rfc-editor.org" }],
    },
    { kind: "facts", facts: ["Got it?", "Sending it?"].map((label) => ({ label, content: prose("Sign in.") })) },
    { kind: "list", title: "As the caller", ordered: true, items: [prose("Look."), prose("Look again.")] },
    { kind: "code", title: "Response", language: "http", text: "HTTP/1.1 401 Unauthorized\nAllow: <none>" },
    { kind: "table", columns: ["401", "403"], rows: [{ label: "Must <carry>", cells: ["a *star*", ""] }] },
    { kind: "choices", prompt: "Pick", choices: [{ label: "404 Not Found", ask: "404" }] },
  ],
  actions: [{ label: "Example", ask: "401 example" }],
  sources: [{ label: "RFC 9110 §15.5 | a", url: "https://www.rfc-editor.org/rfc/rfc9110?a=1&b=2#section-15.5" }],
};

function asksOf(blocks: unknown): string[] {
  return pressables(readBlocks(blocks)).flatMap((element) => {
    const [kind] = element.action_id.split(":");
    if (kind !== PRESS.ask && kind !== PRESS.pick) return [];
    const values = element.type === "button" ? [element.value] : element.options.map(({ value }) => value);
    return values.flatMap((value) => readAskValue(value) ?? []);
  });
}

const bot = createBot(catalog);
const answer = async (text: string, controls: readonly Control[] = []) => ({
  ...(await bot.answer(asked(text))),
  controls,
});

describe("renderSlack", () => {
  test.each(["message", "response"] as const)("renders every kind of block on the surface %j", (surface) => {
    const options = { trail: ["401 vs 403", "401"], asked: "401 vs 403" };
    expect(renderSlack({ card: EVERYTHING, controls: ["share"] }, surface, options)).toMatchSnapshot();
  });

  it("says in the notification what the card says in one line", async () => {
    const { text } = renderSlack(await answer("401"), "message");
    expect(text).toMatch(/^401 Unauthorized: /);
  });

  it("uses a table in messages only, where Slack tells when it refuses one", async () => {
    const types = (surface: SlackSurface, reply: Reply) => renderSlack(reply, surface).blocks.map(({ type }) => type);
    const comparison = await answer("401 vs 403");
    expect(types("message", comparison)).toContain("table");
    expect(types("response", comparison)).not.toContain("table");
  });

  it("offers the way back on a reply that took another's place, and only there", async () => {
    const labels = (options: RenderOptions) => labelsOf(renderSlack(reply, "response", options).blocks);
    const reply = await answer("401 vs 403");
    expect(labels({ trail: ["401 vs 403", "401"] })).toContain("‹ Back");
    expect(labels({ trail: ["401 vs 403"] })).not.toContain("‹ Back");
    expect(labels({})).not.toContain("‹ Back");
  });

  it("puts the controls of an unasked reply behind one menu", async () => {
    const { blocks } = renderSlack(await answer("401", ["delete", "mute"]), "message");
    const menu = pressables(readBlocks(blocks)).find((element) => element.type === "overflow");
    expect(menu?.options.map(({ text }) => text.text)).toEqual(["Delete", "Mute here for 24 hours"]);
  });

  it("shares by the card's own question, and by the asker's words where it has none", async () => {
    const shareValue = async (question: string) => {
      const { blocks } = renderSlack(await answer(question, ["share"]), "response", { asked: question });
      return pressables(readBlocks(blocks)).flatMap((one) => (one.action_id === PRESS.share ? [one] : []))[0];
    };
    expect(await shareValue("unauthorised")).toMatchObject({ value: "a1:401" });
    expect(await shareValue("400 401 403 404 405 409")).toMatchObject({ value: "a1:400 401 403 404 405 409" });
    expect(await shareValue(`400 401 403 404 405 409${" ".repeat(2_000)}`)).toBeUndefined();
  });

  it("is remembered only where nothing but the card decides how it looks", async () => {
    const reply = await answer("401", ["share"]);
    const ways: RenderOptions[] = [
      {},
      { trail: ["401"] },
      { trail: ["401", "403"] },
      { sharedBy: ANN },
      { asked: "x" },
    ];
    for (const surface of ["message", "response"] as const) {
      for (const options of [...ways, ...ways])
        expect(renderOnce(reply, surface, options)).toEqual(renderSlack(reply, surface, options));
    }
    expect(renderOnce(reply, "response", { trail: ["401"] })).toBe(renderOnce(reply, "response", { trail: ["401"] }));
  });

  it("names whoever shared a reply", async () => {
    const { blocks } = renderSlack(await answer("401"), "response", { sharedBy: ANN });
    expect(JSON.stringify(blocks)).toContain(`shared by <@${ANN}>`);
  });
});

function labelsOf(blocks: unknown): string[] {
  return pressables(readBlocks(blocks)).flatMap((element) => (element.type === "button" ? [element.text.text] : []));
}
