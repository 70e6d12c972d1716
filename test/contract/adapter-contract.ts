/** What every adapter owes its readers, whatever the platform. Each adapter's tests run this suite. */
import { describe, expect, it, test } from "vitest";
import type { TextAttachment } from "../../src/bot/attachment.js";
import type { Asked, Posted, Reply } from "../../src/bot/bot.js";
import { createBot } from "../../src/bot/create-bot.js";
import { FILES_MAX_BYTES } from "../../src/bot/read-paste.js";
import type { Block, Card } from "../../src/card/card.js";
import { plain } from "../../src/card/prose.js";
import { catalog } from "../catalog.js";
import { allCards, offered } from "./all-cards.js";

export interface AdapterHarness {
  readonly name: string;
  /** Every surface on which the reply can appear, as the adapter would send it. */
  render(reply: Reply): readonly Rendered[];
}

export interface Rendered {
  readonly surface: string;
  /** Everything a person reads, in reading order, as plain text: markup resolved, escapes undone. */
  readonly visible: string;
  /** What the surface's buttons ask, in order. */
  readonly asks: readonly string[];
  /** Each way in which the native message breaks a limit of the platform, in words. */
  readonly violations: readonly string[];
  /** Each piece of the native message that the platform would take for markup, a mention or a link of ours that is none. */
  readonly live: readonly string[];
}

const QUESTIONS = [
  "401",
  "http 404",
  "not fuond",
  "401 vs 403",
  "301 302 307 308",
  "4xx",
  "299",
  "99999",
  "",
  "help",
  "fix 502",
  "429 example",
];

/** Texts that must stay text. */
export const HOSTILE = [
  "<!channel> <!here> <@U123> <#C1|general> <!subteam^S1>",
  "@everyone @here <@123456789012345678> <@&123456789012345678>",
  "[x](http://evil.example) <http://evil.example|x>",
  "```` ``` ` ```` escape",
  "*bold* _it_ ~no~ **b** __u__ ||spoiler|| > quote",
  "\u001b[31mred\u001b[0m \u001b]8;;http://evil.example\u0007x\u001b]8;;\u0007",
  "\u202eright to left\u202c \u2066isolate\u2069 \u200bzero",
  "line\nbreak\r\n# heading\n- list\n-# small",
  "&lt;!channel&gt; &amp; <script>alert(1)</script>",
  "x".repeat(10_000),
  "\ud800 lone surrogate \u0000",
];

const FAILED =
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"\n';
const FINE = FAILED.replace(" 502 ", " 201 ");
const LOG = FINE + FAILED.repeat(3) + FINE;

function fileOf(text: string): TextAttachment {
  const read = async (max: number) => ({ text: text.slice(0, max), complete: text.length <= max });
  return { kind: "text", name: "api.log", size: text.length, mayBeLog: true, read };
}

function posted(text: string, attachments: Posted["attachments"] = []): Posted {
  return { kind: "posted", text, attachments, message: text, conversation: "test", author: "person" };
}

export function adapterContract(harness: AdapterHarness): void {
  const bot = createBot(catalog);
  const ask = (text: string) => bot.answer(asked(text));

  describe(`${harness.name} keeps the contract`, () => {
    test.each(QUESTIONS)("shows all that the answer to %j says", async (question) => {
      const reply = await ask(question);
      for (const rendered of harness.render(reply))
        expect(missing(reply.card, rendered.visible), rendered.surface).toEqual([]);
    });

    it("shows all that any card of the catalog says", () => {
      const gaps = allCards.flatMap(({ ask: from, card }) =>
        harness.render({ card, controls: [] }).flatMap(({ surface, visible }) => {
          return missing(card, visible).map((text) => `${surface}: ${from}: ${text}`);
        }),
      );
      expect(gaps).toEqual([]);
    });

    it("offers every question that a card offers", () => {
      for (const { card } of allCards) {
        for (const { asks } of harness.render({ card, controls: [] })) {
          expect([...asks].sort()).toEqual(
            offered(card)
              .map((action) => action.ask)
              .sort(),
          );
        }
      }
    });

    it("keeps every card of the catalog within the platform's limits", () => {
      const broken = allCards.flatMap(({ ask: from, card }) =>
        [[], ["share"], ["delete", "mute"]].flatMap((controls) =>
          harness
            .render({ card, controls: controls as Reply["controls"] })
            .flatMap(({ surface, violations }) => violations.map((violation) => `${surface}: ${from}: ${violation}`)),
        ),
      );
      expect(broken).toEqual([]);
    });

    /** Checks that every surface shows all of a reply as text, and returns what people read there. */
    const read = (reply: Reply) =>
      harness.render(reply).map(({ surface, visible, violations, live }) => {
        expect([missing(reply.card, visible), violations, live], surface).toEqual([[], [], []]);
        return visible;
      });

    it("explains a pasted log", async () => {
      for (const visible of read(await ask(LOG))) expect(visible).toMatch(/3 of 5[\s\S]*502/);
    });

    it("explains a log in an attached file", async () => {
      const [pasted, attached] = [await ask(LOG), await bot.answer({ ...asked(""), attachments: [fileOf(LOG)] })];
      expect(read(attached)).toEqual(read(pasted));
    });

    it("says that a file is too large", async () => {
      const large = fileOf(FAILED.repeat(Math.ceil(FILES_MAX_BYTES / FAILED.length) + 1));
      const reply = await bot.answer({ ...asked("explain this"), attachments: [large] });
      for (const visible of read(reply)) expect(visible.replace(/\s+/gu, " ")).toMatch(/first [\d,]+ lines.*not read/);
    });

    it("explains a log with failures that was overheard", async () => {
      const verdict = await createBot(catalog).hear(posted(LOG));
      if (!verdict.speak) throw new Error(verdict.reason);
      for (const visible of read(verdict.reply)) expect(visible).toContain("502");
    });

    it("stays silent on a log without failures when overheard", async () => {
      const log = FINE.repeat(9);
      expect(await createBot(catalog).hear(posted(log))).toMatchObject({ speak: false });
      expect(await createBot(catalog).hear(posted("", [fileOf(log)]))).toMatchObject({ speak: false });
    });

    test.each(HOSTILE)("keeps %j text", async (hostile) => {
      const reply = await ask(hostile);
      for (const { surface, live, violations, visible } of harness.render(reply)) {
        expect(missing(reply.card, visible), surface).toEqual([]);
        expect(live, surface).toEqual([]);
        expect(violations, surface).toEqual([]);
        expect(visible, surface).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }
    });
  });
}

export function asked(text: string): Asked {
  return { text, conversation: "test", person: "test", locale: "en" };
}

/** The pieces of a card that cannot be found in a text; white space does not count: lines may break anywhere. */
function missing(card: Card, visible: string): string[] {
  const shown = squeeze(visible);
  const cells = card.blocks.flatMap((block) =>
    block.kind === "table" ? [...block.columns, ...block.rows.flatMap((row) => [row.label, ...row.cells])] : [],
  );
  const pieces = [
    card.title,
    card.kicker,
    plain(card.summary),
    ...card.blocks.flatMap(pieceTexts),
    ...cells.flatMap((cell) => cell.split(/\s+/u)),
    ...card.actions.map(({ label }) => label),
    ...card.sources.map(({ label }) => label),
  ];
  return pieces.filter((piece) => !shown.includes(squeeze(piece)));
}

function pieceTexts(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return [plain(block.content)];
    case "list":
      return [block.title ?? "", ...block.items.map(plain)];
    case "facts":
      return block.facts.flatMap((fact) => [fact.label, plain(fact.content)]);
    case "code":
      return [block.title ?? "", ...block.text.split("\n")];
    case "table":
      return []; // by word, not by line: where cells stand side by side, their lines mix
    case "choices":
      return [block.prompt, ...block.choices.map((choice) => choice.label)];
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
