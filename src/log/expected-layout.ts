import type { Candidate } from "./compile-records.js";
import type { Layout } from "./layout.js";
import type { LogPart } from "./log-part.js";
import type { BodyReader } from "./read-body.js";

export interface ExpectedLayout extends LogPart {
  expect(layout: Layout | undefined): void;
  /** True when the line has it. It is given up when some lines in a row have not. */
  read(bytes: Uint8Array, start: number, end: number): boolean;
}

const PATIENCE_LINES = 5;

/** A layout that a pasted command asks for; `format`: index of the one that is written so, -1 when the catalog has none. */
export function createExpectedLayout(format: number, tryLayout: BodyReader["tryLayout"]): ExpectedLayout {
  let expected: Candidate | undefined;
  /** So many more lines may come without it before it is given up. */
  let patience = 0;
  return {
    expect: (layout) => {
      patience = PATIENCE_LINES;
      expected = layout && format >= 0 ? { format, layout, marks: 0 } : expected;
    },
    read: (bytes, start, end) => {
      if (!expected) return false;
      const isRead = tryLayout(expected, bytes, start, end);
      patience = isRead ? PATIENCE_LINES : patience - 1;
      if (patience < 0) expected = undefined;
      return isRead;
    },
    forget: () => {
      expected = undefined;
    },
  };
}
