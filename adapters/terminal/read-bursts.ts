/** Piped input: lines that come at once may belong together, so they are handed on at once. */
import { StringDecoder } from "node:string_decoder";
import { setTimeout as pause } from "node:timers/promises";
import { ENTRY_MAX_CHARS, type Entry } from "./entry.js";

/** Silence that ends a burst. A program writes the next piece of a log within it; who waits for an answer does not. */
const GAP_MS = 50;

/** Whole lines only: one that has not ended yet waits for its end. Memory stays bounded; what is too long loses its end. */
export async function* readBursts(input: AsyncIterable<Buffer | string>): AsyncGenerator<Entry> {
  const chunks = readText(input)[Symbol.asyncIterator]();
  let text = "";
  let holdsLine = false; // not looked for again and again: the text may be long
  for (let next = chunks.next(); ; ) {
    const arrived: Arrived = holdsLine ? await Promise.race([next, silence()]) : await next;
    if (arrived === "silence") {
      const end = text.lastIndexOf("\n") + 1;
      yield { kind: "burst", text: text.slice(0, end) };
      text = text.slice(end);
      holdsLine = false;
      continue;
    }
    if (arrived.done) break;
    const kept: string = arrived.value.slice(0, ENTRY_MAX_CHARS - text.length);
    text += kept;
    holdsLine ||= kept.includes("\n");
    next = chunks.next();
  }
  if (text !== "") yield { kind: "burst", text };
}

type Arrived = IteratorResult<string> | "silence";

async function* readText(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  for await (const chunk of input) yield typeof chunk === "string" ? chunk : decoder.write(chunk);
}

async function silence(): Promise<"silence"> {
  await pause(GAP_MS, undefined, { ref: false });
  return "silence";
}
