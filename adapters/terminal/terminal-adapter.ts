/** A chat in the terminal: a question a line, a reply below it, buttons by their number. */
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Adapter, Bot } from "../../src/bot/bot.js";
import { seenByOne } from "../../src/bot/seen-by.js";
import type { Action } from "../../src/card/card.js";
import { type Line, readLines } from "../../src/ops/read-lines.js";
import { numberedActions, renderTerminal, type TerminalSurface } from "./render-terminal.js";

export interface TerminalOptions {
  readonly bot: Bot;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
  /** Asked for before every reply, so that a resized window is followed. */
  readonly surface: () => TerminalSurface;
}

export interface TerminalAdapter extends Adapter {
  /** Resolves at the end of input with the number of questions that were read. Rejects when writing fails. */
  readonly ended: Promise<number>;
}

/** In UTF-16 code units; a longer line is read up to here. */
const LINE_MAX_CHARS = 64 * 1024;
const PROMPT = "teapot> ";
const GOODBYE = /^(?:exit|quit|bye|:q)$/i;

export function createTerminalAdapter({ bot, input, output, surface }: TerminalOptions): TerminalAdapter {
  let finish: (questions: number) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  let stopped = false;
  const ended = new Promise<number>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });

  async function chat(lines: AsyncIterable<Line>, prompt: () => void): Promise<number> {
    let offered: readonly Action[] = [];
    let count = 0;
    prompt();
    for await (const { text, clipped } of lines) {
      const line = text.trim();
      if (stopped || GOODBYE.test(line)) break;
      if (line !== "") {
        count += 1;
        if (clipped) await write(`The line is long: its first ${LINE_MAX_CHARS / 1024} KB are read.\n`);
        offered = await respond(line, offered);
      }
      prompt();
    }
    return count;
  }

  /** Answers one line; resolves with what can be chosen by number next. */
  async function respond(line: string, offered: readonly Action[]): Promise<readonly Action[]> {
    const pressed = pressedButton(line, offered);
    if (pressed === "missing") {
      await write(`There is no button ${line}: the last reply has ${offered.length}.\n`);
      return offered;
    }
    const asked = { text: pressed?.ask ?? line, conversation: "terminal", person: "terminal", locale: "en" };
    const { card } = seenByOne(await bot.answer(asked));
    await write(`\n${renderTerminal(card, surface())}\n`);
    return numberedActions(card);
  }

  /** Waits for a slow reader, so that a flood of questions does not pile up answers. */
  async function write(text: string): Promise<void> {
    if (!output.write(text)) await once(output, "drain");
  }

  return {
    name: "terminal",
    isUp: () => !stopped,
    ended,
    start: async () => {
      const typed = input.isTTY ? createInterface({ input, output, prompt: PROMPT }) : undefined;
      const lines = typed ? typedLines(typed) : readLines(input, LINE_MAX_CHARS);
      chat(lines, () => typed?.prompt())
        .then(finish, fail)
        .finally(() => typed?.close());
    },
    stop: async () => {
      stopped = true;
      input.destroy();
      finish(0);
    },
  };
}

async function* typedLines(lines: AsyncIterable<string>): AsyncGenerator<Line> {
  for await (const text of lines) yield { text, clipped: false };
}

/** "2" presses the second button of the last reply. Without buttons, and from three digits on, a number is a question. */
function pressedButton(line: string, offered: readonly Action[]): Action | "missing" | undefined {
  if (!/^\d{1,2}$/.test(line) || offered.length === 0) return undefined;
  return offered[Number(line) - 1] ?? "missing";
}
