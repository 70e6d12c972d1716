/** Lines on which no number is a status whatever words are beside it: source code, other protocols, test names. */
import type { LogVeto } from "../catalog/types.js";
import { BLANK, is } from "./ascii.js";
import { skipBlanks } from "./blanks.js";
import { hasLiteral, type LineHits, type LiteralTable } from "./literals.js";
import { startsWith } from "./starts-with.js";

export interface Vetoes {
  /** `explicit`: the evidence says HTTP itself. */
  forbid(hits: LineHits, bytes: Uint8Array, body: number, end: number, explicit: boolean): boolean;
}

export function createVetoes(vetoes: readonly LogVeto[], table: LiteralTable): Vetoes {
  const encoder = new TextEncoder();
  const compiled = vetoes.map((veto) => ({
    sparesExplicit: veto.sparesExplicit,
    startsBy: byFirstByte(veto.starts.map((start) => encoder.encode(start))),
    holds: veto.holds.map(table.add),
  }));
  const mayBegin = markPairs(vetoes.flatMap(({ starts }) => starts.map((start) => encoder.encode(start))));
  return {
    forbid: (hits, bytes, body, end, explicit) => {
      const first = skipBlanks(bytes, body, end);
      const behind = skipBlanks(bytes, skipBracket(bytes, first, end), end);
      const isQuiet = (mayBegin[pairAt(bytes, first)] ?? 0) + (mayBegin[pairAt(bytes, behind)] ?? 0) === 0;
      if (hits.count === 0 && isQuiet) return false;
      return compiled.some(({ sparesExplicit, startsBy, holds }) => {
        if (explicit && sparesExplicit) return false;
        const begins = (at: number) =>
          (startsBy.get(bytes[at] ?? 0) ?? NOTHING).some((start) => startsWith(bytes, at, end, start));
        return (
          (hits.count > 0 && holds.some((literal) => hasLiteral(hits, literal))) ||
          begins(first) ||
          (behind > first && begins(behind))
        );
      });
    },
  };
}

const NOTHING: readonly Uint8Array[] = [];

function byFirstByte(starts: readonly Uint8Array[]): ReadonlyMap<number, readonly Uint8Array[]> {
  const groups = new Map<number, Uint8Array[]>();
  for (const start of starts) groups.set(start[0] ?? 0, [...(groups.get(start[0] ?? 0) ?? []), start]);
  return groups;
}

/** Two bytes as one number. */
function pairAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Marks the pairs that some start begins with: for most lines that is answer enough. */
function markPairs(starts: readonly Uint8Array[]): Uint8Array {
  const marked = new Uint8Array(2 ** 16);
  for (const start of starts) {
    const from = pairAt(start, 0);
    marked.fill(1, from, from + (start.length > 1 ? 1 : 256));
  }
  return marked;
}

const BRACKET_MAX_BYTES = 60;

/** Past the "[main] " that a logger puts before its message. */
function skipBracket(bytes: Uint8Array, from: number, end: number): number {
  if (bytes[from] !== 91) return from;
  let at = from + 1;
  while (at < end && at - from < BRACKET_MAX_BYTES && bytes[at] !== 93 && !is(bytes[at], BLANK)) at += 1;
  return bytes[at] === 93 && is(bytes[at + 1], BLANK) ? at + 1 : from;
}
