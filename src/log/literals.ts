/** All the literals that anything looks for, found in one pass: rules, vetoes, secrets and a few of the reader's own. */
import { type Automaton, createAutomaton } from "./automaton.js";

export interface LiteralTable {
  /** The number of a literal; the same for the same letters in any case. */
  add(text: string): number;
  /** The automaton that finds all that were added; its indexes are the literals' numbers. */
  compile(): Automaton;
}

export function createLiteralTable(): LiteralTable {
  const ids = new Map<string, number>();
  return {
    add: (text) => {
      const key = text.toLowerCase();
      const id = ids.get(key) ?? ids.size;
      ids.set(key, id);
      return id;
    },
    compile: () => createAutomaton([...ids.keys()]),
  };
}

/** The literals of one line, in order. Written over by the next line. */
export interface LineHits {
  count: number;
  readonly literal: Int32Array;
  /** The position after it. */
  readonly end: Int32Array;
}

/** More on one line are not noted: the line has said what it is by then. */
const HITS_MAX = 64;

export function createLineHits(): LineHits {
  return { count: 0, literal: new Int32Array(HITS_MAX), end: new Int32Array(HITS_MAX) };
}

export function noteHit(hits: LineHits, literal: number, end: number): void {
  if (hits.count === HITS_MAX) return;
  hits.literal[hits.count] = literal;
  hits.end[hits.count] = end;
  hits.count += 1;
}

export function hasLiteral(hits: LineHits, literal: number): boolean {
  for (let index = 0; index < hits.count; index++) if (hits.literal[index] === literal) return true;
  return false;
}
