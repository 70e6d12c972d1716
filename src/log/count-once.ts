/**
 * Counts a response once however many lines tell of it: the access log's line and the error log's, the exception and
 * the dump below it, what a tool says twice. Lines of the same kind are responses of their own.
 */

export interface OnceCounter {
  /** A line begins that is no continuation of the one before. */
  beginEvent(): void;
  /**
   * True when nothing before told of this response. `source`: which format or evidence it came from; two of the same are
   * two responses. `path`: hash of the path, 0 when the line has none. `shape`: hash of the words before the status, to
   * tell a repeated line from a second word on the same; 0 for a record. `continues`: the line goes on with the one before.
   */
  isNew(code: number, source: number, path: number, shape: number, line: number, continues: boolean): boolean;
}

/** A response that was counted, with all that has told of it. */
interface Told {
  code: number;
  path: number;
  position: number;
  line: number;
  readonly sources: number[];
  shape: number;
}

/** So many responses back, and so many lines that begin something, the same response may be told of again. */
const REMEMBERED = 16;
const REACH_LINES = 5;

export function createOnceCounter(): OnceCounter {
  const told: Told[] = Array.from({ length: REMEMBERED }, () => {
    return { code: 0, path: 0, position: -REACH_LINES - 1, line: -1, sources: [], shape: 0 };
  });
  let turn = 0;
  let position = 0;
  let lastSource = -1;
  let mixedUntil = 0;

  return {
    beginEvent: () => {
      position += 1;
    },
    isNew: (code, source, path, shape, line, continues) => {
      if (source !== lastSource) mixedUntil = position + REACH_LINES;
      lastSource = source;
      if (position <= mixedUntil || continues || shape !== 0) {
        for (const entry of told) {
          if (entry.code !== code || !isSame(entry, source, path, shape, line, continues, position)) continue;
          entry.sources.push(source);
          entry.path ||= path;
          entry.position = position;
          return false;
        }
      }
      remember(told[turn], code, source, path, shape, line, position);
      turn = (turn + 1) % REMEMBERED;
      return true;
    },
  };
}

function isSame(
  entry: Told,
  source: number,
  path: number,
  shape: number,
  line: number,
  continues: boolean,
  position: number,
): boolean {
  if (entry.line === line || (continues && entry.position === position)) return true;
  if (position - entry.position > REACH_LINES) return false;
  const samePath = entry.path === path && path !== 0;
  const onePath = (entry.path === 0) !== (path === 0);
  if (entry.sources.includes(source)) return (samePath || onePath) && shape !== 0 && entry.shape !== shape;
  return samePath || entry.path === 0 || path === 0;
}

function remember(
  entry: Told | undefined,
  code: number,
  source: number,
  path: number,
  shape: number,
  line: number,
  position: number,
): void {
  if (!entry) return;
  entry.code = code;
  entry.path = path;
  entry.position = position;
  entry.line = line;
  entry.shape = shape;
  entry.sources.length = 1;
  entry.sources[0] = source;
}
