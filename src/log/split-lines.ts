/** Cuts chunks of bytes into lines and finds all literals on the way. Memory stays bounded whatever the lines. */

import { NEWLINE } from "./ascii.js";
import type { Automaton } from "./automaton.js";
import { createLineHits, type LineHits, noteHit } from "./literals.js";

export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** The rest, when the last line has no end. */
  end(): void;
}

/** In bytes. A longer line is read in pieces. */
export const LINE_MAX_BYTES = 128 * 1024;

/**
 * The automaton must know the newline as a literal. `take` gets each line: where it lies, without its end, and the
 * literals on it. `whole` is false for a piece.
 */
export type TakeLine = (bytes: Uint8Array, start: number, end: number, hits: LineHits, whole: boolean) => void;

export function createLineSplitter({ next, classOf, accepting, found }: Automaton, take: TakeLine): LineSplitter {
  const hits = createLineHits();
  let carried = new Uint8Array();
  let state = 0;

  function emit(bytes: Uint8Array, start: number, end: number, whole: boolean): void {
    const to = whole && end > start && bytes[end - 1] === 13 ? end - 1 : end;
    take(bytes, start, to, hits, whole);
    hits.count = 0;
  }

  /** Runs to just behind the next literal, the end of a line among them, or to the limit. A loop that calls nothing is three times as fast. */
  function runOn(bytes: Uint8Array, from: number, limit: number): number {
    let at = from;
    let current = state;
    do {
      current = next[current + (classOf[bytes[at] ?? 0] ?? 0)] ?? 0;
      at += 1;
    } while (at < limit && current < accepting);
    state = current;
    return at;
  }

  /** Emits all lines that end, and pieces of those that are too long; returns where the unfinished one begins. */
  function scan(bytes: Uint8Array, from: number): number {
    let start = from;
    state = 0;
    hits.count = 0;
    for (let at = from; at < bytes.length; ) {
      at = runOn(bytes, at, Math.min(bytes.length, start + LINE_MAX_BYTES));
      if (bytes[at - 1] === NEWLINE) {
        emit(bytes, start, at - 1, true);
        start = at;
        continue;
      }
      if (state >= accepting) for (const literal of found(state)) noteHit(hits, literal, at);
      if (at - start < LINE_MAX_BYTES) continue;
      emit(bytes, start, at, false);
      start = at;
    }
    hits.count = 0;
    return start;
  }

  return {
    push: (chunk) => {
      let from = 0;
      while (carried.length > 0 && from < chunk.length) {
        const newline = chunk.indexOf(NEWLINE, from);
        const to = Math.min(newline < 0 ? chunk.length : newline + 1, from + LINE_MAX_BYTES);
        const line = join(carried, chunk.subarray(from, to));
        carried = line.slice(scan(line, 0));
        from = to;
      }
      if (from < chunk.length) carried = chunk.slice(scan(chunk, from));
    },
    end: () => {
      const rest = carried;
      carried = new Uint8Array();
      if (rest.length > 0) scan(join(rest, Uint8Array.of(NEWLINE)), 0);
    },
  };
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
