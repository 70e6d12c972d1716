/** What is written over many lines, JSON or a label and its value, put onto one: only as a whole does it say what is what. */
import { SPACE } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import { createLineHits, type LineHits, noteHit } from "./literals.js";
import type { TakeLine } from "./split-lines.js";
import { startsWith } from "./starts-with.js";

export interface BlockTaker {
  readonly take: TakeLine;
  /** Gives back what was held: the block has no end. */
  flush(): void;
}

/** True when the lines, joined, are a record; they have been taken then. */
export type TakeBlock = (joined: Uint8Array, hits: LineHits, lines: number) => boolean;

interface Held {
  readonly bytes: Uint8Array;
  readonly hits: LineHits;
}

/** A record is not longer; what is longer is read line by line. */
const BLOCK_MAX_LINES = 1_000;
const BLOCK_MAX_BYTES = 32 * 1024;

/** Holds lines from "{" to the "}" below it, or from a label to the value. What is no record goes to `take` line by line. */
export function createBlockTaker(take: TakeLine, takeBlock: TakeBlock): BlockTaker {
  let held: Held[] = [];
  let size = 0;
  let indent = 0;

  function flush(): void {
    const lines = held;
    held = [];
    size = 0;
    for (const { bytes, hits } of lines) take(bytes, 0, bytes.length, hits, true);
  }

  function close(): void {
    if (takeBlock(join(held, size), joinHits(held), held.length)) {
      held = [];
      size = 0;
    } else flush();
  }

  return {
    flush,
    take: (bytes, start, end, hits, whole) => {
      const text = skipBlanks(bytes, start, end);
      if (held.length === 0) {
        if (!whole || !opens(bytes, text, end)) return take(bytes, start, end, hits, whole);
        indent = text - start;
      }
      held.push({ bytes: bytes.slice(start, end), hits: copyHits(hits, start) });
      size += end - start + 1;
      if (!whole || size > BLOCK_MAX_BYTES || held.length > BLOCK_MAX_LINES) flush();
      else if (held.length > 1 && text - start <= indent) close();
    },
  };
}

/** As a dashboard's page is copied. */
const LABEL = new TextEncoder().encode(" Status:");
const LABEL_MAX_BYTES = 20;

/** The line is "{" or "[" and nothing else, or "Edge Status:". */
function opens(bytes: Uint8Array, text: number, end: number): boolean {
  const length = end - text;
  if (length === 1) return bytes[text] === 123 || bytes[text] === 91;
  return length > LABEL.length && length <= LABEL_MAX_BYTES && startsWith(bytes, end - LABEL.length, end, LABEL);
}

function join(held: readonly Held[], size: number): Uint8Array {
  const joined = new Uint8Array(size);
  let at = 0;
  for (const { bytes } of held) {
    joined.set(bytes, at);
    joined[at + bytes.length] = SPACE;
    at += bytes.length + 1;
  }
  return joined;
}

/** Most lines of a block have none. */
const NO_HITS = createLineHits();

function joinHits(held: readonly Held[]): LineHits {
  if (held.every(({ hits }) => hits.count === 0)) return NO_HITS;
  const joined = createLineHits();
  let offset = 0;
  for (const { bytes, hits } of held) {
    for (let index = 0; index < hits.count; index++)
      noteHit(joined, hits.literal[index] ?? 0, (hits.end[index] ?? 0) + offset);
    offset += bytes.length + 1;
  }
  return joined;
}

function copyHits(hits: LineHits, start: number): LineHits {
  if (hits.count === 0) return NO_HITS;
  const copy = createLineHits();
  for (let index = 0; index < hits.count; index++)
    noteHit(copy, hits.literal[index] ?? 0, (hits.end[index] ?? 0) - start);
  return copy;
}
