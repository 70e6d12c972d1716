/** Lines on which no number is a status whatever words are beside it: source code, other protocols, test names. */
import type { LogVeto } from "../catalog/types.js";
import { startsWith } from "./events.js";
import { hasLiteral, type LineHits, type LiteralTable } from "./literals.js";

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
  return {
    forbid: (hits, bytes, body, end, explicit) => {
      let at = body;
      while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at += 1;
      return compiled.some(({ sparesExplicit, startsBy, holds }) => {
        if (explicit && sparesExplicit) return false;
        return (
          (hits.count > 0 && holds.some((literal) => hasLiteral(hits, literal))) ||
          (startsBy.get(bytes[at] ?? 0) ?? NOTHING).some((start) => startsWith(bytes, at, end, start))
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
