/** One line after the other: is it a record, does it tell of a status, does it say why. */
import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import type { LogFormat } from "../catalog/types.js";
import { createAnnouncements } from "./announcements.js";
import { type CleanLine, stripColors, unquote } from "./clean-line.js";
import { createOnceCounter } from "./count-once.js";
import { type Continuation, createEventTracker } from "./events.js";
import type { Mention } from "./find-mentions.js";
import { createPathFolder, type FoldedPath } from "./fold-path.js";
import { createHopTracker, isResponseHead, locationOf } from "./hops.js";
import { createBlockTaker } from "./json-blocks.js";
import type { Knowledge } from "./knowledge.js";
import { createLineFacts } from "./line-facts.js";
import { hasLiteral, type LineHits } from "./literals.js";
import type { LogReport } from "./log-report.js";
import { createMethodNames } from "./method-names.js";
import { createMomentReader, type Moment } from "./moments.js";
import { createRecordReader, fieldText } from "./read-record.js";
import { createRecoveryTracker } from "./recovery.js";
import type { RequestSpan } from "./request.js";
import { shapeOf } from "./shape.js";
import { LINE_MAX_BYTES, type TakeLine } from "./split-lines.js";
import { summarize } from "./summarize.js";
import { findCandidate, marksIn } from "./survey-line.js";
import { createTally } from "./tally.js";
import { createTeller } from "./tell-once.js";
import { readWriteOut } from "./write-out.js";

export interface LineTaker {
  readonly take: TakeLine;
  finish(): LogReport | undefined;
}

export function createLineTaker(catalog: Catalog, knowledge: Knowledge): LineTaker {
  const { formats, evidence } = catalog.logs;
  const records = createRecordReader(knowledge.records);
  const { reading } = records;
  const events = createEventTracker();
  const once = createOnceCounter();
  const tally = createTally();
  const causes = knowledge.startCauses();
  const secrets = knowledge.startSecrets();
  const moments = createMomentReader(records.time);
  const hops = createHopTracker();
  const recovery = createRecoveryTracker();
  const fold = createPathFolder();
  const methods = createMethodNames();
  const announced = createAnnouncements();
  const room = [lazy(makeRoom), lazy(makeRoom)] as const;
  const raw: CleanLine = { bytes: NO_BYTES, start: 0, end: 0 };
  const clean: CleanLine = { bytes: NO_BYTES, start: 0, end: 0 };
  const facts = createLineFacts({ clean, reading, moments, events, vetoes: knowledge.vetoes });
  const tell = createTeller(once, facts, reading.fields);
  const seen = new Set<number>();
  const linesOf = new Float64Array(formats.length);
  let line = 0;
  let isPiece = false;
  let isLog = false;

  const moment = (): Moment => facts.moment(line);

  function count(code: number, owner: string, behind: number, own: RequestSpan): void {
    moments.note(raw, clean, line, reading);
    const before = announced.answer(code);
    const isAnnounced = own.pathTo === 0 && before !== undefined;
    const [span, bytes] = isAnnounced ? [before.span, before.bytes] : [own, clean.bytes];
    if (code < 400) {
      tally.addSuccess(code, line);
      if (recovery.wantsPlace()) recovery.takeSuccess(methods.nameAt(bytes, span), foldedPath(bytes, span));
      return;
    }
    const [method, path, when] = [methods.nameAt(bytes, span), foldedPath(bytes, span), moment()];
    tally.addFailure({ code, owner, method, path, behind }, when);
    recovery.takeFailure(method, path, when);
  }

  function foldedPath(bytes: Uint8Array, { pathFrom, pathTo }: RequestSpan): FoldedPath {
    return fold(bytes, pathFrom, pathTo);
  }

  function takeRecord(hits: LineHits, continuation: Continuation): void {
    const format = formats[reading.format];
    const { behind } = reading.fields;
    const status = statusOf(format);
    linesOf[reading.format] = (linesOf[reading.format] ?? 0) + 1;
    if (format?.fields && facts.isVetoed(hits, format.fields.syntax === "json")) return;
    isLog = true;
    if (!format || status < 0) return;
    if (status === 0) {
      tally.addUnanswered();
      if (causes.asksOf(format.id)) causes.takeRecord(factsOf(format.id), moment());
      return;
    }
    if (format.fields?.failuresOnly && continuation !== "begins" && events.hasStatus) return; // the body of a response
    events.hasStatus = true;
    const span = facts.request(true);
    const isNew = tell.record(status, reading.format, line, continuation);
    if (isNew) count(status, format.owner ?? "", behind, span);
    for (const code of reading.more) count(code, format.owner ?? "", -1, span);
    if (isNew && status >= 400 && causes.asksOf(format.id)) causes.takeRecord(factsOf(format.id), moment());
  }

  function statusOf(format: LogFormat | undefined): number {
    if (!format?.named) return reading.fields.status;
    return format.named.codes[fieldText(reading.fields, "reason", clean.bytes)] ?? NO_STATUS;
  }

  function isAccess(): boolean {
    return formats[reading.format]?.role === "access";
  }

  function factsOf(format: string) {
    const { fields } = reading;
    const text = (slot: "flags" | "reason" | "upstream") => fieldText(fields, slot, clean.bytes);
    const { status: code, behind } = fields;
    return { code, behind, format, flags: text("flags"), reason: text("reason"), upstream: text("upstream") };
  }

  function takeMention({ code, evidence: index, from, to }: Mention, hits: LineHits, continuation: Continuation): void {
    const entry = evidence[index];
    if (!entry || (to <= reading.body && !entry.explicit)) return; // a process id in front
    if (facts.isVetoed(hits, entry.explicit)) return;
    if (!facts.isBelieved(entry, continuation !== "begins")) return;
    isLog = true;
    if (entry.id === "http-version" && isResponseHead(clean.bytes, reading.body, from)) {
      events.beginHeaders();
      hops.takeStatus(code);
    }
    const shape = shapeOf(clean.bytes, reading.body, Math.min(from, reading.body + SHAPE_MAX_BYTES));
    const isBare = continuation === "begins" && facts.isAll(from, to);
    const told = tell.mention(code, formats.length + index, line, isBare ? "restates" : continuation, shape);
    events.hasStatus = true;
    if (told) count(code, "", -1, facts.request(false));
  }

  function readLine(hits: LineHits): void {
    const { bytes, start, end } = clean;
    facts.begin();
    if (isPiece) records.pass(start);
    let isRecord = !isPiece && records.readAgain(bytes, start, end);
    let mentions = NO_MENTIONS;
    if (!isRecord) {
      const candidate = findCandidate(bytes, start, end);
      const matters = candidate >= 0 || hits.count > 0;
      const marks = matters ? marksIn(bytes, start, end) : 0;
      isRecord = matters && !isPiece && records.read(bytes, start, end, marks, candidate < 0 && mayNameColumns(hits));
      if (!isRecord && candidate >= 0) mentions = knowledge.findMentions(bytes, start, candidate, end, marks);
    }
    const continuation = events.take(bytes, start, reading.body, end, isRecord && isAccess());
    if (continuation === "begins") once.beginEvent();
    if (!isRecord) announced.takeLine(bytes, reading.body, end);
    if (isRecord) takeRecord(hits, continuation);
    for (const mention of mentions) takeMention(mention, hits, continuation);
    if (hits.count > 0) takeHits(hits);
  }

  function mayNameColumns(hits: LineHits): boolean {
    return knowledge.own.headers.some((header) => hasLiteral(hits, header));
  }

  function takeHits(hits: LineHits): void {
    for (let index = 0; index < hits.count; index++) seen.add(hits.literal[index] ?? -1);
    causes.takeLine(hits, clean.bytes, clean.start, clean.end, moment);
    if (hasLiteral(hits, knowledge.own.location)) hops.takeLocation(locationOf(clean));
    if (knowledge.own.writeOut.some((mark) => hasLiteral(hits, mark)))
      records.expect(readWriteOut(clean.bytes, clean.start, clean.end));
  }

  function cleanLine(hits: LineHits): void {
    secrets.takeLine(hits, raw.bytes, raw.start, raw.end, line);
    if (knowledge.own.escapes.some((mark) => hasLiteral(hits, mark))) stripColors(clean, room[0]());
    if (hasLiteral(hits, knowledge.own.dockerJson)) unquote(clean, room[1]());
  }

  function ownersIn(): Set<string> {
    const marked = [...seen].flatMap((literal) => knowledge.ownerOf.get(literal) ?? []);
    const read = formats.flatMap(({ owner }, index) => (owner && (linesOf[index] ?? 0) > 0 ? [owner] : []));
    return new Set([...read, ...marked]);
  }

  /** Whether a server's own error log is in it: its causes count although no line tells of a status. */
  function hasErrors(): boolean {
    return formats.some(({ role }, index) => role === "error" && (linesOf[index] ?? 0) > 0);
  }

  function setLine(bytes: Uint8Array, start: number, end: number): void {
    for (const target of [raw, clean]) {
      target.bytes = bytes;
      target.start = start;
      target.end = end;
    }
  }

  const blocks = createBlockTaker(
    (bytes, start, end, hits, whole) => {
      if (!isPiece) line += 1;
      setLine(bytes, start, end);
      if (hits.count > 0) cleanLine(hits);
      readLine(hits);
      isPiece = !whole;
    },
    (joined, hits, lines) => {
      setLine(joined, 0, joined.length);
      if (findCandidate(joined, 0, joined.length) < 0) return false;
      if (!records.read(joined, 0, joined.length, marksIn(joined, 0, joined.length), false)) return false;
      line += 1;
      secrets.takeLine(hits, joined, 0, joined.length, line);
      facts.begin();
      const continuation = events.take(joined, 0, 0, joined.length, false);
      if (continuation === "begins") once.beginEvent();
      takeRecord(hits, continuation);
      takeHits(hits);
      line += lines - 1;
      return true;
    },
  );

  return {
    take: blocks.take,
    finish: () => {
      blocks.flush();
      const isAnswered = tally.responses + tally.unanswered > 0;
      if (!isLog || (!isAnswered && !hasErrors())) return undefined;
      const readAs = formats.map((format, index) => ({ format: format.id, lines: linesOf[index] ?? 0 }));
      const report = summarize(catalog, {
        lines: line,
        readAs,
        tally,
        recovery,
        causes,
        secrets,
        hops,
        moments,
        owners: ownersIn(),
      });
      return isAnswered || report.causes.length > 0 ? report : undefined;
    },
  };
}

/** What tells two wordings apart stands at the front. */
const SHAPE_MAX_BYTES = 400;
const NO_STATUS = -1;
const NO_BYTES = new Uint8Array();
const makeRoom = () => new Uint8Array(LINE_MAX_BYTES + 1);
const NO_MENTIONS: readonly Mention[] = [];
