import { PassThrough } from "node:stream";
import { describe, expect, it, test } from "vitest";
import { createPasteSplitter } from "../../../adapters/terminal/split-pastes.js";
import { createTerminalAdapter } from "../../../adapters/terminal/terminal-adapter.js";
import type { Bot } from "../../../src/bot/bot.js";
import { createBot } from "../../../src/bot/create-bot.js";
import { catalog } from "../../catalog.js";

const FAILED =
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"\n';
const LOG = FAILED.repeat(30);
const [START, END] = ["\u001b[200~", "\u001b[201~"];
const real = createBot(catalog);

/** A chat over streams; `asked` are the texts that the bot was asked. */
async function chat(isTTY: boolean) {
  const asked: string[] = [];
  const raw: boolean[] = [];
  const bot: Bot = {
    ...real,
    answer: (question) => {
      asked.push(question.text);
      return real.answer(question);
    },
  };
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: (on: boolean) => void raw.push(on) });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  let shown = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  const terminal = createTerminalAdapter({ bot, input, output, surface: () => ({ width: 80, color: false }) });
  await terminal.start();
  const end = async () => {
    input.end();
    return terminal.ended;
  };
  return { input, asked, raw, shown: () => shown, end, terminal };
}

describe("A chat at a terminal", () => {
  it("answers each line that is typed", async () => {
    const { input, asked, end } = await chat(true);
    for (const keys of ["4", "04", "\r", "401 vs 403\r"]) input.write(keys);
    expect(await end()).toBe(2);
    expect(asked).toEqual(["404", "401 vs 403"]);
  });

  it("answers a pasted log once", async () => {
    const { input, asked, end, shown } = await chat(true);
    input.write(`${START}${LOG.replaceAll("\n", "\r")}${END}`);
    expect(await end()).toBe(1);
    expect(asked).toEqual([LOG]);
    expect(shown()).toContain("[30 lines]");
    expect(shown()).not.toContain("okhttp");
  });

  it("answers once whatever is pasted, after what had been typed before", async () => {
    const { input, asked, end } = await chat(true);
    input.write("help me with: ");
    input.write(`${START}first line\rsecond line${END}`);
    expect(await end()).toBe(1);
    expect(asked).toEqual(["help me with: first line\nsecond line"]);
  });

  it("lets people go on typing after they pasted a line", async () => {
    const { input, asked, end } = await chat(true);
    input.write(`${START}what is a 50\r${END}`);
    input.write("2?\r");
    expect(await end()).toBe(1);
    expect(asked).toEqual(["what is a 50 2?"].map((text) => text.replace(" 2", "2")));
  });

  it("gives the terminal back as it was", async () => {
    const { input, raw, shown, terminal } = await chat(true);
    expect(shown()).toContain("\u001b[?2004h");
    expect(raw).toEqual([true]);
    input.write("exit\r");
    await terminal.ended;
    await new Promise(setImmediate);
    expect(shown()).toMatch(/\u001b\[\?2004l$/);
    expect(raw).toEqual([true, false]);
    expect(input.isPaused()).toBe(true);
  });
});

describe("What is piped in", () => {
  it("is one question if it is a log, in however many pieces it arrives", async () => {
    const { input, asked, end } = await chat(false);
    const written = `${LOG}${LOG}`;
    for (let at = 0; at < written.length; at += 100) input.write(written.slice(at, at + 100));
    expect(await end()).toBe(1);
    expect(asked).toEqual([written]);
  });

  it.each([
    ["codes and a button", "401\n2\n404\n"],
    [
      "questions that quote what a server says",
      "HTTP 502\nwhat is a 404\nfix 413\nHTTP/1.1 417 Expectation Failed\nhelp\n",
    ],
  ])("is a question a line otherwise: %s", async (_, written) => {
    const { input, end } = await chat(false);
    input.write(written);
    expect(await end()).toBe(written.split("\n").length - 1);
  });

  it("is answered while the pipe is open", async () => {
    const { input, asked, end } = await chat(false);
    input.write("401\n40");
    await expect.poll(() => asked).toEqual(["401"]);
    input.write("3\n");
    expect(await end()).toBe(2);
    expect(asked).toEqual(["401", "403"]);
  });
});

describe("createPasteSplitter", () => {
  const split = (chunks: readonly string[]) => {
    const seen: [string, string][] = [];
    const splitter = createPasteSplitter({
      keys: (text) => void seen.push(["keys", text]),
      paste: (text) => void seen.push(["paste", text]),
    });
    for (const chunk of chunks) splitter.push(chunk);
    return seen;
  };

  it("finds the marks wherever they are cut", () => {
    const written = `a${START}b\rc${END}d`;
    for (let at = 3; at < written.length; at++) {
      const seen = split([written.slice(0, at), written.slice(at)]);
      const keys = seen.flatMap(([kind, text]) => (kind === "keys" ? [text] : [])).join("");
      expect([keys, seen.filter(([kind]) => kind === "paste")]).toEqual(["ad", [["paste", "b\nc"]]]);
    }
  });

  test.each([["\u001b"], ["\u001b[A"], ["\u001b[3~"], ["\r"], ["é"]])("hands on the key %j at once", (key) => {
    expect(split([key])).toEqual([["keys", key]]);
  });

  it("takes control characters out of a line that is pasted to be edited", () => {
    expect(split([`${START}a\u0003b\tc${END}`])).toEqual([["keys", "a b c"]]);
  });
});
