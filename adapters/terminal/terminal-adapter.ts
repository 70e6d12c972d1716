/** A chat in the terminal: a question a line, a reply below it, buttons by their number. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Adapter, Bot } from "../../src/bot/bot.js";
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
  /** Resolves at the end of input with the number of lines that were read. */
  readonly ended: Promise<number>;
}

/** In UTF-16 code units; a longer line is read up to here. */
const LINE_MAX_CHARS = 64 * 1024;
const PROMPT = "teapot> ";
const GOODBYE = /^(?:exit|quit|bye|:q)$/i;

export function createTerminalAdapter({ bot, input, output, surface }: TerminalOptions): TerminalAdapter {
  let finish: (lines: number) => void = () => {};
  let stopped = false;
  const ended = new Promise<number>((resolve) => {
    finish = resolve;
  });

  async function chat(lines: AsyncIterable<Line>, prompt: () => void): Promise<number> {
    let offered: readonly Action[] = [];
    let count = 0;
    prompt();
    for await (const { text } of lines) {
      count += 1;
      const line = text.trim();
      if (stopped || GOODBYE.test(line)) break;
      if (line !== "") {
        const reply = await bot.answer({
          text: chosen(line, offered),
          conversation: "terminal",
          person: "terminal",
          locale: "en",
        });
        offered = numberedActions(reply.card);
        output.write(`\n${renderTerminal(reply.card, surface())}\n`);
      }
      prompt();
    }
    return count;
  }

  return {
    name: "terminal",
    isUp: () => !stopped,
    ended,
    start: async () => {
      const typed = input.isTTY ? createInterface({ input, output, prompt: PROMPT }) : undefined;
      const lines = typed ? typedLines(typed) : readLines(input, LINE_MAX_CHARS);
      void chat(lines, () => typed?.prompt()).then((count) => {
        typed?.close();
        finish(count);
      });
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

/** "2" presses the second button of the last reply; anything else is a question. */
function chosen(line: string, offered: readonly Action[]): string {
  return /^\d{1,2}$/.test(line) ? (offered[Number(line) - 1]?.ask ?? line) : line;
}
