import { describe, expect, it, test } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import type { Card } from "../../src/card/card.js";
import { composeCard } from "../../src/card/compose-card.js";
import { plain } from "../../src/card/prose.js";
import { catalog } from "../catalog.js";

const understand = createUnderstand(catalog);
const ask = (text: string): Card => composeCard(catalog, understand(text).finding);
const labels = (text: string) => ask(text).actions.map(({ label }) => label);
const prompts = (text: string) => ask(text).blocks.flatMap((block) => (block.kind === "choices" ? [block.prompt] : []));
const code = (text: string) => ask(text).blocks.flatMap((block) => (block.kind === "code" ? [block] : []));

describe("the card of a status", () => {
  it("leads to code after what people ask first", () => {
    expect(labels("401")).toEqual(["401 vs 403", "Example", "Fix it", "In code", "Facts"]);
    expect(ask("401").actions[3]?.ask).toBe("401 in code");
  });

  test.each(["429", "503"])("says of %s that the code repeats", (status) => {
    expect(labels(status)).toContain("Retry in code");
  });

  test.each(["306", "208", "nginx 499", "curl 0"])(
    "offers no code for %s, which nobody sends or nobody receives",
    (status) => {
      expect(labels(status).join()).not.toContain("code");
    },
  );
});

describe("the card of a status in code", () => {
  it("offers ten servers to send it from and four clients to handle it with", () => {
    expect(prompts("401 in code")).toEqual(["Send it from", "Handle it with"]);
    const choices = ask("401 in code").blocks.map((block) => (block.kind === "choices" ? block.choices.length : 0));
    expect(choices).toEqual([10, 4]);
  });

  it("puts clients first where most people want to repeat", () => {
    expect(prompts("429 in code")).toEqual(["Repeat it with", "Send it from"]);
  });

  it("offers clients only for what a vendor sends", () => {
    expect(prompts("cloudflare 522 in code")).toEqual(["Handle it with"]);
  });

  it("says why there is none", () => {
    expect(plain(ask("208 in code").summary)).toContain("inside the XML of a 207");
    expect(plain(ask("cloudflare 522 in express").summary)).toContain("Leave the number to Cloudflare");
    expect(plain(ask("nginx 499 in fetch").summary)).toContain("You did not receive it");
    expect(code("cloudflare 522 in express")).toEqual([]);
  });
});

describe("the card of a snippet", () => {
  it("names status and framework, and says what is required", () => {
    const card = ask("401 in flask");
    expect(card.title).toBe("401 Unauthorized in Flask");
    expect(card.oneLine).toBe(
      "401 Unauthorized in Flask: Sends 401 and says what is wrong. WWW-Authenticate is required.",
    );
    expect(card.sources.map(({ label }) => label)).toEqual(["Flask 3.1 API", "RFC 9110 §15.5.2"]);
    expect(labels("401 in flask")).toEqual(["401 vs 403", "401", "Example", "Fix it", "Other frameworks"]);
  });

  it("shows the code in its language, and what is said once for all errors below it", () => {
    expect(code("401 in flask").map(({ language, title }) => [language, title])).toEqual([
      ["python", undefined],
      ["python", "Once, for every error"],
    ]);
  });

  it("says what has to change before a client repeats", () => {
    expect(ask("404 in fetch").blocks.at(-1)).toMatchObject({ kind: "facts", facts: [{ label: "Repeat?" }] });
  });

  it("puts two statuses below each other, with the question that decides first", () => {
    const card = ask("401 vs 403 in flask");
    expect(card.title).toBe("401 vs 403 in Flask");
    expect(plain(card.summary)).toBe("Would proving who you are change the answer? Yes: 401. No: 403.");
    expect(code("401 vs 403 in flask").map(({ title }) => title)).toEqual([undefined, undefined]);
    expect(card.actions.map((action) => action.ask)).toEqual(["401 vs 403", "401 vs 403 in code", "401", "403"]);
  });

  it("shows each of two statuses with its own code, in whatever order they were named", () => {
    const texts = code("403 vs 401 in express").map(({ text }) => text);
    expect(ask("403 vs 401 in express").title).toBe("401 vs 403 in Express");
    expect(texts.map((text) => /status\((\d+)\)/.exec(text)?.[1])).toEqual(["401", "403"]);
  });

  it("keeps the code itself where nobody asked the bot, and no more", () => {
    const { blocks, actions } = composeCard(catalog, understand("return 401 in flask").finding, "brief");
    expect(blocks.map(({ kind }) => kind)).toEqual(["code"]);
    expect(actions.map(({ label }) => label)).toEqual(["More", "401 vs 403"]);
  });

  it("does not show the same code twice", () => {
    expect(code("429 vs 503 in fetch")).toHaveLength(1);
    expect(plain(ask("429 vs 503 in fetch").summary)).toBe("Would another caller get through now? Yes: 429. No: 503.");
  });
});
