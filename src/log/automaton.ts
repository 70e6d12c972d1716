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

/** All states in one table: `children[state * size + class]`; 0 where there is none, as no child is the root. */
interface Trie {
  readonly children: Int32Array;
  readonly size: number;
  readonly states: number;
  /** The literals that end in a state. */
  readonly ends: Map<number, number[]>;
}

/** `literals` may repeat and contain each other. An empty literal is never found. */
export function createAutomaton(literals: readonly string[]): Automaton {
  const encoder = new TextEncoder();
  const bytes = literals.map((literal) => encoder.encode(literal).map(lower));
  const { classOf, size } = classify(bytes);
  const trie = plant(bytes, classOf, size);
  const order = link(trie);
  const quiet = order.filter((state) => !trie.ends.has(state));
  const ranked = [...quiet, ...order.filter((state) => trie.ends.has(state))];
  const ends = ranked.map((state) => trie.ends.get(state) ?? []);
  const next = rankStates(trie, ranked);
  return { next, classOf, accepting: quiet.length * size, found: (state) => ends[state / size] ?? [] };
}

/** Bytes that no literal holds share class 0. */
function classify(literals: readonly Uint8Array[]): { classOf: Uint8Array; size: number } {
  const classOf = new Uint8Array(256);
  let size = 1;
  for (const literal of literals) for (const byte of literal) if (classOf[byte] === 0) classOf[byte] = size++;
  for (let byte = 65; byte <= 90; byte++) classOf[byte] = classOf[lower(byte)] ?? 0;
  return { classOf, size };
}

function plant(literals: readonly Uint8Array[], classOf: Uint8Array, size: number): Trie {
  const statesMax = literals.reduce((sum, { length }) => sum + length, 1);
  const children = new Int32Array(statesMax * size);
  const ends = new Map<number, number[]>();
  let states = 1;
  for (const [index, literal] of literals.entries()) {
    let state = 0;
    for (const byte of literal) {
      const slot = state * size + (classOf[byte] ?? 0);
      if (children[slot] === 0) children[slot] = states++;
      state = children[slot] ?? 0;
    }
    if (state > 0) ends.set(state, [...(ends.get(state) ?? []), index]);
  }
  return { children, size, states, ends };
}

/** Turns the trie into an automaton: a missing child is where the longest suffix goes on. Returns all states. */
function link({ children, size, states, ends }: Trie): number[] {
  const suffix = new Int32Array(states);
  const order = [0];
  for (const state of order) {
    const from = (suffix[state] ?? 0) * size;
    for (let byteClass = 0; byteClass < size; byteClass++) {
      const slot = state * size + byteClass;
      const child = children[slot] ?? 0;
      const fallback = state === 0 ? 0 : (children[from + byteClass] ?? 0);
      if (child === 0) children[slot] = fallback;
      else {
        suffix[child] = fallback;
        const shorter = ends.get(fallback);
        if (shorter) ends.set(child, [...(ends.get(child) ?? []), ...shorter]);
        order.push(child);
      }
    }
  }
  return order;
}

/** The table with the states in this order, each by where its row begins. */
function rankStates({ children, size, states }: Trie, ranked: readonly number[]): Int32Array {
  const rowOf = new Int32Array(states);
  for (const [position, state] of ranked.entries()) rowOf[state] = position * size;
  const next = new Int32Array(ranked.length * size);
  let to = 0;
  for (const state of ranked) {
    for (let slot = state * size; slot < (state + 1) * size; slot++) next[to++] = rowOf[children[slot] ?? 0] ?? 0;
  }
  return next;
}
