/** What a rule repeats of a line: an address, a number of seconds. Only what looks like one, so nothing else gets out. */
import type { LogRule } from "../catalog/types.js";

type Capture = LogRule["captures"][string];
type Shape = Capture["as"];

/** By the name of a capture: the different values that were met, in that order. */
export type Captures = Readonly<Record<string, readonly string[]>>;

const LINE_MAX_BYTES = 4_096;
/** Different values that are kept of one capture: one more than are shown, to tell that there are others. */
const VALUES_MAX = 4;
const SHAPES: Record<Shape, RegExp> = {
  // An address inside a network; a name that the operator gave; with its port.
  address: /^(?:[a-z0-9](?:[\w.-]{0,60}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i,
  seconds: /^\d{1,7}(?:\.\d+)?$/,
  number: /^\d{1,9}$/,
  words: /^[A-Za-z][A-Za-z0-9 ,'-]{0,60}$/,
  "method-list": /^[A-Z]{3,10}(?:, ?[A-Z]{3,10}){0,9}$/,
};

/** The captures that are there and look as they should. */
export function readCaptures(captures: LogRule["captures"], bytes: Uint8Array, start: number, end: number): Captures {
  const entries = Object.entries(captures);
  if (entries.length === 0) return {};
  const line = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + LINE_MAX_BYTES)));
  const folded = line.toLowerCase();
  return Object.fromEntries(
    entries.flatMap(([name, capture]) => {
      const value = findValue(capture, line, folded);
      return value !== undefined && SHAPES[capture.as].test(value) ? [[name, [value]] as const] : [];
    }),
  );
}

/** The server behind a record, where its field holds an address: "10.0.0.4:8080", the last of several that were tried. */
export function captureUpstream(field: string): Captures {
  const address = field.split(/[,\s]+/).findLast((part) => part !== "") ?? "";
  return SHAPES.address.test(address) ? { upstream: [address] } : {};
}

/** Both together, each value once. */
export function joinCaptures(known: Captures, more: Captures): Captures {
  const names = Object.keys(more).filter((name) => more[name]?.some((value) => !known[name]?.includes(value)));
  if (names.length === 0) return known;
  const joined = names.map((name) => {
    return [name, [...new Set([...(known[name] ?? []), ...(more[name] ?? [])])].slice(0, VALUES_MAX)] as const;
  });
  return { ...known, ...Object.fromEntries(joined) };
}

function findValue({ after, until }: Capture, line: string, folded: string): string | undefined {
  for (const mark of after) {
    const begin = folded.indexOf(mark.toLowerCase());
    if (begin >= 0) return valueAt(line, begin + mark.length, until);
  }
  return undefined;
}

function valueAt(line: string, from: number, until: string): string {
  let begin = from;
  while (line[begin] === " ") begin += 1;
  let end = begin;
  while (end < line.length && !(until === "" ? /\s/.test(line[end] ?? "") : until.includes(line[end] ?? ""))) end += 1;
  return line.slice(begin, end).trim();
}
