/** What may be asked about the line that is being read, each looked up once however many statuses it tells of. */
import type { LogEvidence } from "../catalog/types.js";
import { is, WORD } from "./ascii.js";
import { believe, type MentionLine } from "./believe.js";
import { hashBytes } from "./byte-hash.js";
import type { CleanLine } from "./clean-line.js";
import type { EventTracker } from "./events.js";
import { SLOTS } from "./layout.js";
import type { LineReading } from "./line-reading.js";
import type { LineHits } from "./literals.js";
import type { Moment, MomentReader } from "./moments.js";
import { hashHost, hashPath } from "./path-hash.js";
import { readRecordRequest } from "./record-request.js";
import { findRequest, type RequestSpan } from "./request.js";
import type { Vetoes } from "./vetoes.js";

export interface LineFacts {
  /** Forgets the line before. */
  begin(): void;
  /** The request that the line tells of: out of its fields when it is a record, else wherever it stands. */
  request(isRecord: boolean): RequestSpan;
  /** Hash of the request's path, 0 without one. */
  pathHash(isRecord: boolean): number;
  /** Hash of the host where the request is a URL, else 0. */
  hostHash(isRecord: boolean): number;
  /** Hash of the id that the record gives its request, 0 without one. */
  requestId(): number;
  /** The line holds nothing but what is between these offsets: "statusCode: 401,". */
  isAll(from: number, to: number): boolean;
  moment(line: number): Moment;
  isVetoed(hits: LineHits, explicit: boolean): boolean;
  isBelieved(entry: LogEvidence, continues: boolean): boolean;
}

export interface LineSources {
  readonly clean: CleanLine;
  readonly reading: LineReading;
  readonly moments: MomentReader;
  readonly vetoes: Vetoes;
  readonly events: EventTracker;
}

export function createLineFacts({ clean, reading, moments, vetoes, events }: LineSources): LineFacts {
  const span: RequestSpan = { methodFrom: 0, methodTo: 0, pathFrom: 0, pathTo: 0 };
  const beliefs = new Map<string, boolean>();
  const vetoed: [plain: boolean | undefined, explicit: boolean | undefined] = [undefined, undefined];
  let moment: Moment | undefined;
  let hasRequest = false;
  let path: number | undefined;
  let host: number | undefined;

  function request(isRecord: boolean): RequestSpan {
    if (hasRequest) return span;
    hasRequest = true;
    if (isRecord) readRecordRequest(reading.fields, clean.bytes, span);
    else findRequest(clean.bytes, reading.body, clean.end, span);
    return span;
  }

  return {
    begin: () => {
      hasRequest = false;
      path = undefined;
      host = undefined;
      moment = undefined;
      vetoed[0] = undefined;
      vetoed[1] = undefined;
      if (beliefs.size > 0) beliefs.clear();
    },
    request,
    pathHash: (isRecord) => {
      if (path === undefined) {
        const { pathFrom, pathTo } = request(isRecord);
        path = hashPath(clean.bytes, pathFrom, pathTo);
      }
      return path;
    },
    hostHash: (isRecord) => {
      if (host === undefined) {
        const { pathFrom, pathTo } = request(isRecord);
        host = hashHost(clean.bytes, pathFrom, pathTo);
      }
      return host;
    },
    requestId: () => {
      const from = reading.fields.spans[ID] ?? 0;
      const to = reading.fields.spans[ID + 1] ?? 0;
      return to - from >= ID_MIN_BYTES ? hashBytes(clean.bytes, from, to) || 1 : 0;
    },
    isAll: (from, to) => {
      const { bytes, end } = clean;
      for (let at = reading.body; at < from; at++) if (is(bytes[at], WORD)) return false;
      for (let at = to; at < end; at++) if (is(bytes[at], WORD)) return false;
      return true;
    },
    moment: (line) => {
      moment ??= moments.read(clean, line, reading);
      return moment;
    },
    isVetoed: (hits, explicit) => {
      const index = explicit ? 1 : 0;
      const known = vetoed[index] ?? vetoes.forbid(hits, clean.bytes, reading.body, clean.end, explicit);
      vetoed[index] = known;
      return known;
    },
    isBelieved: (entry, continues) => {
      const key = entry.id;
      const known = beliefs.get(key) ?? believe(entry, mentionLine(clean, reading, continues), events);
      beliefs.set(key, known);
      return known;
    },
  };
}

const ID = SLOTS.indexOf("id") * 2;
/** "-" is no id. */
const ID_MIN_BYTES = 2;

function mentionLine({ bytes, start, end }: CleanLine, { body }: LineReading, continues: boolean): MentionLine {
  return { bytes, body, end, hasFront: body > start, continues };
}
