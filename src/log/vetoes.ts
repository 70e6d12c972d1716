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
    starts: veto.starts.map((start) => encoder.encode(start)),
    holds: veto.holds.map(table.add),
  }));
  return {
    forbid: (hits, bytes, body, end, explicit) => {
      let at = body;
      while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at += 1;
      return compiled.some(({ sparesExplicit, starts, holds }) => {
        if (explicit && sparesExplicit) return false;
        return (
          holds.some((literal) => hasLiteral(hits, literal)) ||
          starts.some((start) => startsWith(bytes, at, end, start))
        );
      });
    },
  };
}
