/** One line after the other, and what all of them say in the end. Then the next log may begin. */
import type { Catalog } from "../catalog/catalog.js";
import { findOwners } from "./find-owners.js";
import type { Knowledge } from "./knowledge.js";
import { createBlockTaker } from "./line-blocks.js";
import type { LineHits } from "./literals.js";
import { createLogInHand } from "./log-in-hand.js";
import type { LogReport } from "./log-report.js";
import { createLineReader } from "./read-line.js";
import type { TakeLine } from "./split-lines.js";
import { summarize } from "./summarize.js";

export interface LineTaker {
  readonly take: TakeLine;
  finish(): LogReport | undefined;
}

export function createLineTaker(catalog: Catalog, knowledge: Knowledge): LineTaker {
  const log = createLogInHand(catalog, knowledge);
  const { line, linesOf, causes, secrets, hops, moments } = log;
  const { tally, recovery } = log.responses;
  const reader = createLineReader(log);
  let isPiece = false;
  let longLines = 0;

  function takeLine(bytes: Uint8Array, start: number, end: number, hits: LineHits, whole: boolean): void {
    if (!isPiece) line.number += 1;
    if (!isPiece && !whole) longLines += 1;
    line.set(bytes, start, end);
    reader.read(hits, isPiece);
    isPiece = !whole;
  }

  /** Whether a server's own error log is in it: it counts although no line tells of a status. */
  function hasErrors(): boolean {
    return log.formats.some(({ role }, index) => role === "error" && (linesOf[index] ?? 0) > 0);
  }

  function summarizeAll(): LogReport | undefined {
    const isAnswered = tally.responses + tally.unanswered > 0;
    if (!reader.isLog() || (!isAnswered && !hasErrors())) return undefined;
    const readAs = log.formats.map((format, index) => ({ format: format.id, lines: linesOf[index] ?? 0 }));
    return summarize(catalog, {
      lines: line.number,
      longLines,
      readAs,
      tally,
      recovery,
      causes,
      secrets,
      hops,
      moments,
      owners: findOwners(log.formats, linesOf, knowledge.ownerOf, causes.seen),
    });
  }

  function forget(): void {
    log.forget();
    reader.forget();
    isPiece = false;
    longLines = 0;
  }

  const blocks = createBlockTaker(takeLine, reader.readBlock);
  return {
    take: blocks.take,
    finish: () => {
      try {
        blocks.flush();
        return summarizeAll();
      } finally {
        forget(); // whatever happens: nothing of one log may get into the next
      }
    },
  };
}
