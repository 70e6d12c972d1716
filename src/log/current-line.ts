/** The line that is being read: as it came, as its program wrote it, and its number. */
import { lazy } from "../catalog/lazy.js";
import { NO_BYTES } from "./ascii.js";
import { type CleanLine, stripColors, unquote } from "./clean-line.js";
import type { Knowledge } from "./knowledge.js";
import { hasLiteral, type LineHits } from "./literals.js";
import type { LogPart } from "./log-part.js";
import { LINE_MAX_BYTES } from "./split-lines.js";

export interface CurrentLine extends LogPart {
  readonly raw: CleanLine;
  readonly clean: CleanLine;
  /** Counts from 1; the pieces of a long line share it. */
  number: number;
  set(bytes: Uint8Array, start: number, end: number): void;
  /** Takes colors and Docker's JSON off the clean line, where the literals tell of any. */
  strip(hits: LineHits): void;
}

export function createCurrentLine({ escapes, dockerJson }: Knowledge["own"]): CurrentLine {
  const raw: CleanLine = { bytes: NO_BYTES, start: 0, end: 0 };
  const clean: CleanLine = { bytes: NO_BYTES, start: 0, end: 0 };
  const withoutColors = lazy(makeRoom);
  const withoutJson = lazy(makeRoom);

  function set(bytes: Uint8Array, start: number, end: number): void {
    setLine(raw, bytes, start, end);
    setLine(clean, bytes, start, end);
  }

  const line: CurrentLine = {
    raw,
    clean,
    number: 0,
    set,
    strip: (hits) => {
      if (escapes.some((mark) => hasLiteral(hits, mark))) stripColors(clean, withoutColors());
      if (hasLiteral(hits, dockerJson)) unquote(clean, withoutJson());
    },
    forget: () => {
      line.number = 0;
      set(NO_BYTES, 0, 0);
    },
  };
  return line;
}

const makeRoom = () => new Uint8Array(LINE_MAX_BYTES + 1);

function setLine(line: CleanLine, bytes: Uint8Array, start: number, end: number): void {
  line.bytes = bytes;
  line.start = start;
  line.end = end;
}
