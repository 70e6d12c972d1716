/** One line after the other: is it a record, does it tell of a status, does it say why. */
import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import { type CleanLine, stripColors, unquote } from "./clean-line.js";
import { createOnceCounter } from "./count-once.js";
import { createEventTracker } from "./events.js";
import type { Mention } from "./find-mentions.js";
import { createPathFolder } from "./fold-path.js";
import { createHopTracker, isResponseHead, locationOf } from "./hops.js";
import { createBlockTaker } from "./json-blocks.js";
import type { Knowledge } from "./knowledge.js";
import { createLineFacts } from "./line-facts.js";
import { hasLiteral, type LineHits } from "./literals.js";
import type { LogReport } from "./log-report.js";
import { createMethodNames } from "./method-names.js";
import { createMomentReader, type Moment } from "./moments.js";
import { createRecordReader, fieldText } from "./read-record.js";
import type { RequestSpan } from "./request.js";
import { shapeOf } from "./shape.js";
import { LINE_MAX_BYTES, type TakeLine } from "./split-lines.js";
import { summarize } from "./summarize.js";
import { findCandidate, marksIn } from "./survey-line.js";
import { createTally } from "./tally.js";

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
  const fold = createPathFolder();
  const methods = createMethodNames();
  const room = [lazy(makeRoom), lazy(makeRoom)] as const;
  const raw: CleanLine = { bytes: NO_BYTES, start: 0, end: 0 };
  const clean: CleanLine = { bytes: NO_BYTES, start: 0, end: 0 };
  const facts = createLineFacts({ clean, reading, moments, events, vetoes: knowledge.vetoes });
  const seen = new Set<number>();
  const linesOf = new Float64Array(formats.length);
  let line = 0;
  let isPiece = false;
  let isLog = false;

  const moment = (): Moment => facts.moment(line);

  function count(code: number, owner: string, behind: number, span: RequestSpan): void {
    moments.note(raw, clean, line, reading);
    if (code < 400) {
      tally.addSuccess(code, line);
      return;
    }
    const path = fold(clean.bytes, span.pathFrom, span.pathTo);
    tally.addFailure({ code, owner, method: methods.nameAt(clean.bytes, span), path, behind }, moment());
  }

  function takeRecord(hits: LineHits, continues: boolean): void {
    const format = formats[reading.format];
    const { status, behind } = reading.fields;
    linesOf[reading.format] = (linesOf[reading.format] ?? 0) + 1;
    if (format?.fields && facts.isVetoed(hits, format.fields.syntax === "json")) return;
    isLog = true;
    if (!format || status < 0) return;
    if (status === 0) {
      tally.addUnanswered();
      return;
    }
    const span = facts.request(true);
    const isNew = once.isNew(status, reading.format, facts.pathHash(true), 0, line, continues);
    if (isNew) count(status, format.owner ?? "", behind, span);
    for (const code of reading.more) count(code, format.owner ?? "", -1, span);
    if (isNew && status >= 400 && causes.asksOf(format.id)) causes.takeRecord(factsOf(format.id), moment());
  }

  function factsOf(format: string) {
    const { fields } = reading;
    const text = (slot: "flags" | "reason" | "upstream") => fieldText(fields, slot, clean.bytes);
    const { status: code, behind } = fields;
    return { code, behind, format, flags: text("flags"), reason: text("reason"), upstream: text("upstream") };
  }

  function takeMention({ code, evidence: index, from }: Mention, hits: LineHits, continues: boolean): void {
    const entry = evidence[index];
    if (!entry || facts.isVetoed(hits, entry.explicit)) return;
    const belief = facts.belief(entry, continues);
    if (belief === "no" || (belief === "beside" && tally.responses === 0)) return;
    isLog = true;
    if (entry.id === "http-version" && isResponseHead(clean.bytes, reading.body, from)) {
      events.beginHeaders();
      hops.takeStatus(code);
    }
    const shape = shapeOf(clean.bytes, reading.body, Math.min(from, reading.body + SHAPE_MAX_BYTES));
    if (once.isNew(code, formats.length + index, facts.pathHash(false), shape, line, continues))
      count(code, "", -1, facts.request(false));
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
      isRecord = matters && !isPiece && records.read(bytes, start, end, marks, candidate >= 0);
      if (!isRecord && candidate >= 0) mentions = knowledge.findMentions(bytes, start, candidate, end, marks);
    }
    const continues = events.continues(bytes, reading.body, end);
    if (!continues) once.beginEvent();
    if (isRecord) takeRecord(hits, continues);
    for (const mention of mentions) takeMention(mention, hits, continues);
    if (hits.count > 0) takeHits(hits);
  }

  function takeHits(hits: LineHits): void {
    for (let index = 0; index < hits.count; index++) seen.add(hits.literal[index] ?? -1);
    causes.takeLine(hits, clean.bytes, clean.start, clean.end, moment);
    if (hasLiteral(hits, knowledge.own.location)) hops.takeLocation(locationOf(clean));
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
      if (!records.read(joined, 0, joined.length, marksIn(joined, 0, joined.length), true)) return false;
      line += 1;
      secrets.takeLine(hits, joined, 0, joined.length, line);
      facts.begin();
      if (!events.continues(joined, 0, joined.length)) once.beginEvent();
      takeRecord(hits, false);
      takeHits(hits);
      line += lines - 1;
      return true;
    },
  );

  return {
    take: blocks.take,
    finish: () => {
      blocks.flush();
      if (!isLog || tally.responses + tally.unanswered === 0) return undefined;
      const readAs = formats.map((format, index) => ({ format: format.id, lines: linesOf[index] ?? 0 }));
      return summarize(catalog, { lines: line, readAs, tally, causes, secrets, hops, moments, owners: ownersIn() });
    },
  };
}

/** What tells two wordings apart stands at the front. */
const SHAPE_MAX_BYTES = 400;
const NO_BYTES = new Uint8Array();
const makeRoom = () => new Uint8Array(LINE_MAX_BYTES + 1);
const NO_MENTIONS: readonly Mention[] = [];
