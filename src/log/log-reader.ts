/** Reads a log as it comes, in one pass and bounded memory, and says in the end what it holds. Then it reads the next one. */
import type { Catalog } from "../catalog/catalog.js";
import { createKnowledge, type Knowledge } from "./knowledge.js";
import type { LogReport } from "./log-report.js";
import { createLineSplitter } from "./split-lines.js";
import { createLineTaker } from "./take-line.js";

export interface LogReader {
  push(chunk: Uint8Array): void;
  /** What was read, or undefined when it is no log: nothing in it is known to tell of a status. */
  end(): LogReport | undefined;
}

/** A reader is worth keeping: the code that it runs is made for it, and it is slower where there are several. */
export function createLogReader(catalog: Catalog, knowledge: Knowledge = createKnowledge(catalog)): LogReader {
  const taker = createLineTaker(catalog, knowledge);
  const splitter = createLineSplitter(knowledge.automaton, taker.take);
  return {
    push: splitter.push,
    end: () => {
      let report: LogReport | undefined;
      try {
        splitter.end();
      } finally {
        report = taker.finish(); // which empties the reader
      }
      return report;
    },
  };
}
