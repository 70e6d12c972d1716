/** A person at a terminal: lines with editing, and pastes as a whole. */
import { EventEmitter, on } from "node:events";
import { createInterface } from "node:readline";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { ENTRY_MAX_CHARS, type Entry } from "./entry.js";
import { BRACKETED_PASTE_OFF, BRACKETED_PASTE_ON, createPasteSplitter } from "./split-pastes.js";

export interface TypingInput extends Readable {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

export interface TypedEntries {
  readonly entries: AsyncIterable<Entry>;
  prompt(): void;
  /** Gives the terminal back as it was. */
  close(): void;
}

const CLEAR_LINE = { ctrl: true, name: "u" };

export function readTyped(
  input: TypingInput,
  output: Writable & { readonly isTTY?: boolean },
  prompt: string,
): TypedEntries {
  const keys = Object.assign(new PassThrough(), { setRawMode: (raw: boolean) => void input.setRawMode?.(raw) });
  const typed = createInterface({ input: keys, output, prompt, terminal: output.isTTY === true });
  const entered = new EventEmitter();
  const decoder = new StringDecoder("utf8");
  const splitter = createPasteSplitter({
    keys: (text) => void keys.write(text),
    paste: (pasted, marked) => {
      const text = `${typed.line}${pasted}`.slice(0, ENTRY_MAX_CHARS);
      typed.write(null, CLEAR_LINE);
      output.write(`[${text.trim().split("\n").length} lines]\n`);
      entered.emit("entry", { kind: marked ? "paste" : "burst", text });
    },
  });
  const read = (chunk: Buffer | string) => splitter.push(typeof chunk === "string" ? chunk : decoder.write(chunk));
  const entries = on(entered, "entry", { close: ["end"] });
  input.on("data", read).once("end", () => typed.close());
  typed.on("line", (text) => entered.emit("entry", { kind: "line", text }));
  typed.once("close", () => {
    input.off("data", read).pause();
    if (output.isTTY) output.write(BRACKETED_PASTE_OFF);
    entered.emit("end");
  });
  if (output.isTTY) output.write(BRACKETED_PASTE_ON);
  return { entries: firstOf(entries), prompt: () => typed.prompt(), close: () => typed.close() };
}

async function* firstOf(events: AsyncIterable<readonly Entry[]>): AsyncGenerator<Entry> {
  for await (const [entry] of events) if (entry) yield entry;
}
