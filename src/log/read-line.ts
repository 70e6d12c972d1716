/** Reads the current line: is it a record, does it tell of a status, does it say why. */
import type { Continuation } from "./events.js";
import { locationOf } from "./hops.js";
import { isBoundary } from "./is-boundary.js";
import type { TakeBlock } from "./line-blocks.js";
import { hasLiteral, type LineHits } from "./literals.js";
import type { LogInHand } from "./log-in-hand.js";
import type { LogPart } from "./log-part.js";
import type { Mention } from "./mention.js";
import { findCandidate, marksIn } from "./survey-line.js";
import { createMentionTaker } from "./take-mention.js";
import { createRecordTaker } from "./take-record.js";
import { readWriteOut } from "./write-out.js";

export interface LineReader extends LogPart {
  /** `isPiece`: the line goes on from one that was too long; it is no record. */
  read(hits: LineHits, isPiece: boolean): void;
  readonly readBlock: TakeBlock;
  /** Some line was that of a log. */
  isLog(): boolean;
}

const NO_MENTIONS: readonly Mention[] = [];

export function createLineReader(log: LogInHand): LineReader {
  const { line, records, reading, events, once, facts, secrets } = log;
  const { raw, clean } = line;
  const { findMentions, own } = log.knowledge;
  const takeRecord = createRecordTaker(log);
  const takeMention = createMentionTaker(log);
  let isLog = false;
  let mentions = NO_MENTIONS;

  /** True when the line is a record; else `mentions` holds what it tells of. */
  function readRecord(hits: LineHits, isPiece: boolean): boolean {
    const { bytes, start, end } = clean;
    mentions = NO_MENTIONS;
    if (isPiece) records.pass(start);
    else if (records.readAgain(bytes, start, end)) return true;
    const candidate = findCandidate(bytes, start, end);
    if (candidate < 0 && hits.count === 0) return false;
    const marks = marksIn(bytes, start, end);
    const mayName = candidate < 0 && own.headers.some((header) => hasLiteral(hits, header));
    if (!isPiece && records.read(bytes, start, end, marks, mayName)) return true;
    if (candidate >= 0) mentions = findMentions(bytes, start, reading.body, candidate, end, marks);
    return false;
  }

  function follow(body: number, isRecord: boolean): Continuation {
    const { bytes, start, end } = clean;
    const isOwn = isRecord && log.formats[reading.format]?.role === "access";
    const continuation = events.take(bytes, start, body, end, isOwn, bytes !== raw.bytes);
    if (continuation === "begins") once.beginEvent();
    if (continuation === "begins" && !isRecord && isBoundary(bytes, body, end)) once.beginCommand();
    return continuation;
  }

  function read(hits: LineHits, isPiece: boolean): void {
    if (hits.count > 0) {
      secrets.takeLine(hits, raw.bytes, raw.start, raw.end, line.number);
      line.strip(hits);
    }
    facts.begin();
    const isRecord = readRecord(hits, isPiece);
    const continuation = follow(reading.body, isRecord);
    if (!isRecord) log.announced.takeLine(clean.bytes, reading.body, clean.end);
    else if (takeRecord(hits, continuation)) isLog = true;
    for (const mention of mentions) if (takeMention(mention, hits, continuation)) isLog = true;
    if (hits.count > 0) takeHits(log, hits);
  }

  /** A block is a record on one line, or nothing. */
  function readBlock(joined: Uint8Array, hits: LineHits, lines: number): boolean {
    const end = joined.length;
    line.set(joined, 0, end);
    if (findCandidate(joined, 0, end) < 0) return false;
    if (!records.read(joined, 0, end, marksIn(joined, 0, end), false)) return false;
    line.number += 1;
    secrets.takeLine(hits, joined, 0, end, line.number);
    facts.begin();
    if (takeRecord(hits, follow(0, false))) isLog = true;
    takeHits(log, hits);
    line.number += lines - 1;
    return true;
  }

  function forget(): void {
    isLog = false;
    mentions = NO_MENTIONS;
  }

  return { read, readBlock, isLog: () => isLog, forget };
}

function takeHits(log: LogInHand, hits: LineHits): void {
  const { causes, hops, records, line, knowledge } = log;
  const { clean } = line;
  const { location, writeOut } = knowledge.own;
  causes.takeLine(hits, clean.bytes, clean.start, clean.end, log);
  if (hasLiteral(hits, location)) hops.takeLocation(locationOf(clean));
  if (writeOut.some((mark) => hasLiteral(hits, mark)))
    records.expect(readWriteOut(clean.bytes, clean.start, clean.end));
}
