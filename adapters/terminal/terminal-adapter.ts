/** A chat in the terminal: a question a line or a pasted log, a reply below it, buttons by their number. */
import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Adapter, Bot } from "../../src/bot/bot.js";
import { seenByOne } from "../../src/bot/seen-by.js";
import type { Action } from "../../src/card/card.js";
import type { Entry } from "./entry.js";
import { readBursts } from "./read-bursts.js";
import { numberedActions, renderTerminal, type TerminalSurface } from "./render-terminal.js";
import { readTyped, type TypingInput } from "./typed-entries.js";

export interface TerminalOptions {
  readonly bot: Bot;
  readonly input: TypingInput;
  readonly output: Writable & { readonly isTTY?: boolean };
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

  async function chat(entries: AsyncIterable<Entry>, prompt: () => void): Promise<number> {
    let offered: readonly Action[] = [];
    let count = 0;
    prompt();
    for await (const entry of entries) {
      for (const text of textsOf(entry)) {
        if (stopped || GOODBYE.test(text)) return count;
        count += 1;
        offered = await respond(text, offered);
      }
      prompt();
    }
    return count;
  }

  /** The questions of an entry; a paste is one. */
  function textsOf({ kind, text }: Entry): readonly string[] {
    if (kind === "paste" || (kind === "burst" && bot.isPaste(text))) return [text];
    return text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }

  /** Answers one text; resolves with what can be chosen by number next. */
  async function respond(text: string, offered: readonly Action[]): Promise<readonly Action[]> {
    const line = text.includes("\n") ? text : text.slice(0, LINE_MAX_CHARS);
    if (line !== text) await write(`The line is long: its first ${LINE_MAX_CHARS / 1024} KB are read.\n`);
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
      const typed = input.isTTY ? readTyped(input, output, PROMPT) : undefined;
      chat(typed?.entries ?? readBursts(input), () => typed?.prompt())
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

/** "2" presses the second button of the last reply. Without buttons, and from three digits on, a number is a question. */
function pressedButton(line: string, offered: readonly Action[]): Action | "missing" | undefined {
  if (!/^\d{1,2}$/.test(line) || offered.length === 0) return undefined;
  return offered[Number(line) - 1] ?? "missing";
}
