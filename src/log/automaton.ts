/** Finds many literals in one pass over bytes (Aho–Corasick). Letters match in both cases; the time is linear always. */
import { lower } from "./ascii.js";

export interface Automaton {
  /** `state = next[state + classOf[byte]]`, beginning with 0. */
  readonly next: Int32Array;
  readonly classOf: Uint8Array;
  /** From this state on, something has just been found. */
  readonly accepting: number;
  /** The literals that end in an accepting state, as indexes into the list that the automaton was made of. */
  found(state: number): readonly number[];
}

interface Trie {
  readonly children: Int32Array[];
  readonly ends: number[][];
}

/** `literals` may repeat and contain each other. An empty literal is never found. */
export function createAutomaton(literals: readonly string[]): Automaton {
  const bytes = literals.map((literal) => new TextEncoder().encode(literal).map(lower));
  const { classOf, size } = classify(bytes);
  const trie = plant(bytes, classOf, size);
  const order = link(trie, size);
  const quiet = order.filter((state) => trie.ends[state]?.length === 0);
  const loud = order.filter((state) => trie.ends[state]?.length !== 0);
  const ranked = [...quiet, ...loud];
  const rank = new Int32Array(ranked.length);
  for (const [position, state] of ranked.entries()) rank[state] = position;
  const next = new Int32Array(ranked.length * size);
  for (const [position, state] of ranked.entries()) {
    for (let byteClass = 0; byteClass < size; byteClass++) {
      next[position * size + byteClass] = (rank[trie.children[state]?.[byteClass] ?? 0] ?? 0) * size;
    }
  }
  const ends = ranked.map((state) => trie.ends[state] ?? []);
  return { next, classOf, accepting: quiet.length * size, found: (state) => ends[state / size] ?? [] };
}

/** Bytes that no literal holds share class 0. */
function classify(literals: readonly Uint8Array[]): { classOf: Uint8Array; size: number } {
  const classOf = new Uint8Array(256);
  const used = [...new Set(literals.flatMap((literal) => [...literal]))];
  for (const [index, byte] of used.entries()) classOf[byte] = index + 1;
  for (let byte = 65; byte <= 90; byte++) classOf[byte] = classOf[lower(byte)] ?? 0;
  return { classOf, size: used.length + 1 };
}

function plant(literals: readonly Uint8Array[], classOf: Uint8Array, size: number): Trie {
  const trie: Trie = { children: [new Int32Array(size).fill(-1)], ends: [[]] };
  for (const [index, literal] of literals.entries()) {
    let state = 0;
    for (const byte of literal) {
      const children = trie.children[state] ?? new Int32Array();
      const byteClass = classOf[byte] ?? 0;
      if (children[byteClass] === -1) {
        children[byteClass] = trie.children.length;
        trie.children.push(new Int32Array(size).fill(-1));
        trie.ends.push([]);
      }
      state = children[byteClass] ?? 0;
    }
    if (state > 0) trie.ends[state]?.push(index);
  }
  return trie;
}

/** Turns the trie into an automaton: a missing child is where the longest suffix goes on. Returns all states. */
function link({ children, ends }: Trie, size: number): number[] {
  const suffix = new Int32Array(children.length);
  const order = [0];
  for (const state of order) {
    const own = children[state] ?? new Int32Array();
    for (let byteClass = 0; byteClass < size; byteClass++) {
      const child = own[byteClass] ?? -1;
      const fallback = state === 0 ? 0 : (children[suffix[state] ?? 0]?.[byteClass] ?? 0);
      if (child === -1) own[byteClass] = fallback;
      else {
        suffix[child] = fallback;
        ends[child]?.push(...(ends[fallback] ?? []));
        order.push(child);
      }
    }
  }
  return order;
}
