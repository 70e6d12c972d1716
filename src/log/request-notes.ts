/** Requests that may matter later, kept as the bytes they came in: most never do, so reading them can wait. */
import type { RequestSpan } from "./request.js";

export interface RequestNotes {
  add(bytes: Uint8Array, span: RequestSpan): void;
  clear(): void;
  /** Whether one of the requests is such. */
  some(isSuch: (bytes: Uint8Array, span: RequestSpan) => boolean): boolean;
}

/** A path that is longer is not kept; methods are short. */
const PATH_MAX_BYTES = 496;
const METHOD_MAX_BYTES = 16;
const NOTE_BYTES = METHOD_MAX_BYTES + PATH_MAX_BYTES;

/** `max`: more requests are not kept. */
export function createRequestNotes(max: number): RequestNotes {
  const room = new Uint8Array(max * NOTE_BYTES);
  const spans: RequestSpan[] = [];
  return {
    add: (bytes, { methodFrom, methodTo, pathFrom, pathTo }) => {
      if (spans.length === max || methodTo - methodFrom > METHOD_MAX_BYTES || pathTo - pathFrom > PATH_MAX_BYTES)
        return;
      const at = spans.length * NOTE_BYTES;
      const path = at + METHOD_MAX_BYTES;
      spans.push({
        methodFrom: at,
        methodTo: copy(bytes, methodFrom, methodTo, room, at),
        pathFrom: path,
        pathTo: copy(bytes, pathFrom, pathTo, room, path),
      });
    },
    clear: () => {
      spans.length = 0;
    },
    some: (isSuch) => spans.some((span) => isSuch(room, span)),
  };
}

/** Returns the end of the copy; 0 where there is nothing to copy. */
function copy(bytes: Uint8Array, from: number, to: number, room: Uint8Array, at: number): number {
  if (to <= from) return 0;
  for (let index = from; index < to; index++) room[at + index - from] = bytes[index] ?? 0;
  return at + to - from;
}
