/** Finds, before a number, the words that make it a status: read backwards from the number, the longest cue wins. */
import { ALNUM, BACKSLASH, DIGIT, is, LETTER, lower } from "./ascii.js";

export interface CueTrie {
  /**
   * The cues that end right before `at` (where the gap to the number begins): those with the longest spelling.
   * Afterwards `start()` is where they begin. None reaches back beyond `from`.
   */
  find(bytes: Uint8Array, from: number, at: number): readonly number[];
  start(): number;
}

const LETTERS = 26;
/** Classes: letters, digits, and the join between two words of a cue. */
const JOIN = LETTERS + 10;
const WIDTH = JOIN + 1;
const JOIN_MAX_BYTES = 3;
const NOBODY: readonly number[] = [];

/** `cues[i]` are the spellings of cue `i`: lower case, words apart by one blank. */
export function createCueTrie(cues: readonly (readonly string[])[]): CueTrie {
  const children: number[] = new Array(WIDTH).fill(0);
  const owners: number[][] = [[]];
  for (const [owner, spellings] of cues.entries()) {
    for (const spelling of spellings) owners[plant(children, owners, spelling)]?.push(owner);
  }
  return walker(Int32Array.from(children), owners);
}

function plant(children: number[], owners: number[][], spelling: string): number {
  let node = 0;
  for (const character of [...spelling].reverse()) {
    const slot = node * WIDTH + classOf(character.charCodeAt(0));
    if (!children[slot]) {
      children[slot] = owners.length;
      owners.push([]);
      for (let index = 0; index < WIDTH; index++) children.push(0);
    }
    node = children[slot] ?? 0;
  }
  return node;
}

/** What is no letter or digit joins two words, or ends the cue. */
function classOf(byte: number): number {
  if (is(byte, LETTER)) return lower(byte) - 97;
  return is(byte, DIGIT) ? LETTERS + byte - 48 : JOIN;
}

function walker(children: Int32Array, owners: readonly (readonly number[])[]): CueTrie {
  let begin = 0;
  const child = (node: number, byteClass: number) => children[node * WIDTH + byteClass] ?? 0;
  return {
    start: () => begin,
    find: (bytes, from, at) => {
      let found = NOBODY;
      let node = 0;
      let position = at;
      while (position > from) {
        const byteClass = classOf(bytes[position - 1] ?? 0);
        const join = child(node, JOIN);
        if (byteClass === JOIN && !isJoin(bytes[position - 1])) break;
        let next = child(node, byteClass);
        if (next === 0 && byteClass !== JOIN && join > 0) next = child(join, byteClass); // "statusCode"
        if (next === 0) break;
        node = next;
        position -= 1;
        if (byteClass === JOIN) position = skipJoin(bytes, from, position);
        const owner = owners[node] ?? NOBODY;
        if (owner.length > 0 && isBoundary(bytes, from, position)) {
          found = owner;
          begin = position;
        }
      }
      return found;
    },
  };
}

function skipJoin(bytes: Uint8Array, from: number, at: number): number {
  let position = at;
  while (position > from && at - position < JOIN_MAX_BYTES && isJoin(bytes[position - 1])) position -= 1;
  return position;
}

/** Blank, tab, `_ - . / : , = (` */
const JOINS = new Set([32, 9, 95, 45, 46, 47, 58, 44, 61, 40]);

function isJoin(byte: number | undefined): boolean {
  return byte !== undefined && JOINS.has(byte);
}

/** Whether a word can begin at `at`: not inside a longer one, nor in a query string, path or variable's name. */
function isBoundary(bytes: Uint8Array, from: number, at: number): boolean {
  if (at === from) return true;
  const before = bytes[at - 1] ?? 0;
  if (is(before, ALNUM)) return isEscape(before) && bytes[at - 2] === BACKSLASH;
  if (before === 46) return !is(bytes[at - 2], DIGIT) || at - 1 === from;
  return !NOT_BEFORE.has(before);
}

/** "\\n", "\\r" and "\\t" in a quoted text end a word like the character they stand for. */
function isEscape(byte: number): boolean {
  return byte === 110 || byte === 114 || byte === 116;
}

/** `_ - ? & % # @ $ /` */
const NOT_BEFORE = new Set([95, 45, 63, 38, 37, 35, 64, 36, 47]);
