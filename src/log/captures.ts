/** What a rule repeats of a line: an address, a number of seconds. Only what looks like one, so nothing else gets out. */
import type { LogRule } from "../catalog/types.js";

type Captures = LogRule["captures"];
type Shape = Captures[string]["as"];

const LINE_MAX_BYTES = 4_096;
const SHAPES: Record<Shape, RegExp> = {
  // An address inside a network; a name that the operator gave; with its port.
  address: /^(?:[a-z0-9](?:[\w.-]{0,60}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i,
  seconds: /^\d{1,7}(?:\.\d+)?$/,
  number: /^\d{1,9}$/,
  words: /^[A-Za-z][A-Za-z0-9 ,'-]{0,60}$/,
  "method-list": /^[A-Z]{3,10}(?:, ?[A-Z]{3,10}){0,9}$/,
};

/** The captures that are there and look as they should. */
export function readCaptures(
  captures: Captures,
  bytes: Uint8Array,
  start: number,
  end: number,
): Record<string, string> {
  const entries = Object.entries(captures);
  if (entries.length === 0) return {};
  const line = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + LINE_MAX_BYTES)));
  const folded = line.toLowerCase();
  return Object.fromEntries(
    entries.flatMap(([name, { after, until, as }]) => {
      const begin = folded.indexOf(after.toLowerCase());
      if (begin < 0) return [];
      const value = valueAt(line, begin + after.length, until).trim();
      return SHAPES[as].test(value) ? [[name, value] as const] : [];
    }),
  );
}

function valueAt(line: string, from: number, until: string): string {
  const rest = line.slice(from);
  const stop = until === "" ? rest.trimStart().search(/\s/) : rest.indexOf(until);
  const value = until === "" ? rest.trimStart() : rest;
  return stop < 0 ? value : value.slice(0, stop);
}
