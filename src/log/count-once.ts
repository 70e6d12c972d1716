/**
 * Counts a response once however many lines tell of it: the access log's line and the error log's, the exception and
 * the dump below it, what a tool says twice. Lines of the same kind are responses of their own.
 */
import type { Continuation } from "./events.js";
import type { LogPart } from "./log-part.js";

/** What a line tells of a response. */
export interface Telling {
  code: number;
  /** Which format or evidence it came from; two of the same are two responses. */
  source: number;
  /** Hash of the path, 0 when the line has none. */
  path: number;
  /** Hash of the host where the path is a URL, else 0. */
  host: number;
  /** Hash of the words before the status, to tell a repeated line from a second word on the same; 0 for a record. */
  shape: number;
  /** Hash of the request's id, 0 when the line has none; and of the names of the record's fields. */
  id: number;
  fieldNames: number;
  /** When it was written, by its clock in milliseconds; NaN where the line does not tell. */
  clock: number;
  line: number;
  continuation: Continuation;
}

const NO_LINE = -1;
const NOTHING_TOLD = { code: 0, path: 0, host: 0, shape: 0, id: 0, fieldNames: 0, clock: Number.NaN, line: NO_LINE };

export function createTelling(): Telling {
  return { ...NOTHING_TOLD, source: 0, continuation: "begins" };
}

export interface OnceCounter extends LogPart {
  /** A line begins that is no continuation of the one before. */
  beginEvent(): void;
  /** What follows is the output of another command: nothing before told of it. */
  beginCommand(): void;
  /** True when nothing before told of this response. */
  isNew(telling: Telling): boolean;
}

/** A response that was counted, with all that has told of it. */
interface Told extends Omit<Telling, "source" | "continuation"> {
  position: number;
  readonly sources: number[];
}

/** So many responses back, and so many lines that begin something, the same response may be told of again. */
const REMEMBERED = 16;
const REACH_LINES = 5;
/** What is written at times further apart is of two responses; at the same path it may be the begin and the end of one. */
const APART_MS = 5_000;
const APART_AT_PATH_MS = 60_000;
/** Zones of time differ by a multiple of this; a line may hold the time of another zone. */
const ZONE_STEP_MS = 15 * 60_000;

export function createOnceCounter(): OnceCounter {
  const told = Array.from({ length: REMEMBERED }, createTold);
  let turn = 0;
  let position = 0;
  let lastSource = -1;
  let mixedUntil = 0;

  return {
    beginEvent: () => {
      position += 1;
    },
    beginCommand: () => {
      position += REACH_LINES + 1;
    },
    isNew: (telling) => {
      const { code, source, path, shape, id, continuation } = telling;
      if (source !== lastSource) mixedUntil = position + REACH_LINES;
      lastSource = source;
      if (position <= mixedUntil || continuation !== "begins" || shape !== 0 || id !== 0) {
        for (const entry of told) {
          if (entry.code !== code || !isSame(entry, telling, position)) continue;
          entry.sources.push(source);
          entry.path ||= path;
          entry.host ||= telling.host;
          entry.id ||= id;
          entry.position = position;
          return false;
        }
      }
      remember(told[turn], telling, position);
      turn = (turn + 1) % REMEMBERED;
      return true;
    },
    forget: () => {
      for (const entry of told) if (entry.line !== NO_LINE) Object.assign(entry, createTold());
      [turn, position, lastSource, mixedUntil] = [0, 0, -1, 0];
    },
  };
}

function createTold(): Told {
  return { ...NOTHING_TOLD, position: -REACH_LINES - 1, sources: [] };
}

function isSame(
  entry: Told,
  { source, path, host, shape, id, fieldNames, clock, line, continuation }: Telling,
  position: number,
): boolean {
  if (entry.line === line) return true;
  if (id !== 0 && entry.id === id && entry.fieldNames !== fieldNames) return true; // alike in all fields: another attempt
  if (continuation === "goes-on" && entry.position === position) return true;
  if (position - entry.position > REACH_LINES) return false;
  if (entry.host !== 0 && host !== 0 && entry.host !== host) return false;
  const samePath = entry.path === path && path !== 0;
  const onePath = (entry.path === 0) !== (path === 0);
  const isSource = entry.sources.includes(source);
  if (distance(entry.clock, clock) > (samePath ? APART_AT_PATH_MS : APART_MS)) return false;
  if (continuation === "restates") return shape === 0 || entry.shape !== shape || !isSource;
  if (isSource) return (samePath || onePath) && shape !== 0 && entry.shape !== shape;
  return samePath || entry.path === 0 || path === 0;
}

/** Milliseconds between two clocks, whatever their zones; NaN where one is not known. */
function distance(a: number, b: number): number {
  const difference = Math.abs(a - b) % ZONE_STEP_MS;
  return Math.min(difference, ZONE_STEP_MS - difference);
}

function remember(entry: Told | undefined, telling: Telling, position: number): void {
  if (!entry) return;
  entry.code = telling.code;
  entry.path = telling.path;
  entry.host = telling.host;
  entry.position = position;
  entry.line = telling.line;
  entry.shape = telling.shape;
  entry.id = telling.id;
  entry.fieldNames = telling.fieldNames;
  entry.clock = telling.clock;
  if (entry.sources.length > 1) entry.sources.length = 1; // to set a length is slow
  entry.sources[0] = telling.source;
}
