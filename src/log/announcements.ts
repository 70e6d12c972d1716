/** Requests that a line of their own tells of, before the line with the status: `curl -v`, Rails. */

import type { LogPart } from "./log-part.js";
import { findRequestLine, type RequestSpan } from "./request.js";
import { startsWith } from "./starts-with.js";

export interface Announcement {
  readonly bytes: Uint8Array;
  readonly span: RequestSpan;
}

export interface Announcements extends LogPart {
  /** Any line that is no record; `body` is where it begins behind its prefixes. */
  takeLine(bytes: Uint8Array, body: number, end: number): void;
  /** The request that this status answers; undefined where none waits, or several do and any could be meant. */
  answer(code: number): Announcement | undefined;
}

const STARTS = ["> ", "Started "].map((text) => new TextEncoder().encode(text));
/** A process that ended never answers: what waits for longer is forgotten with the rest. */
const WAITING_MAX = 8;

export function createAnnouncements(): Announcements {
  const span: RequestSpan = { methodFrom: 0, methodTo: 0, pathFrom: 0, pathTo: 0 };
  let waiting = 0;
  let last: Announcement | undefined;
  return {
    takeLine: (bytes, body, end) => {
      const start = STARTS.find((text) => bytes[body] === text[0] && startsWith(bytes, body, end, text));
      if (!start || findRequestLine(bytes, body + start.length, end, span) < 0) return;
      if (span.methodFrom !== body + start.length) return;
      waiting = waiting < WAITING_MAX ? waiting + 1 : 1;
      const shift = (offset: number) => offset - body;
      last = {
        bytes: bytes.slice(body, end),
        span: {
          methodFrom: shift(span.methodFrom),
          methodTo: shift(span.methodTo),
          pathFrom: shift(span.pathFrom),
          pathTo: shift(span.pathTo),
        },
      };
    },
    answer: (code) => {
      if (code < 200) return undefined; // more is to come
      const only = waiting === 1 ? last : undefined;
      waiting = Math.max(0, waiting - 1);
      return only;
    },
    forget: () => {
      waiting = 0;
      last = undefined;
    },
  };
}
