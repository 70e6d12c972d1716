import type { LogFormat } from "../catalog/types.js";
import type { Continuation } from "./events.js";
import { fieldText } from "./field-text.js";
import type { RecordFacts } from "./fits-cause.js";
import type { LineHits } from "./literals.js";
import type { LogInHand } from "./log-in-hand.js";
import { NO_STATUS } from "./match-layout.js";
import { isSourceLine } from "./source-line.js";

/** Takes the current line as the record that it was read as. False when it is none after all. */
export type TakeRecord = (hits: LineHits, continuation: Continuation) => boolean;

export function createRecordTaker(log: LogInHand): TakeRecord {
  const { formats, line, reading, facts, events, tell, responses, causes, linesOf } = log;

  function takeStatus(status: number, owner: string, behind: number, continuation: Continuation): boolean {
    events.hasStatus = true;
    const span = facts.request(true);
    const isNew = tell.record(status, reading.format, line.number, continuation);
    if (isNew) responses.count(status, owner, behind, span);
    else events.takePath(facts.pathHash(true));
    for (const code of reading.more) responses.count(code, owner, -1, span);
    return isNew;
  }

  function askCauses(format: string): void {
    if (causes.asksOf(format)) causes.takeRecord(factsOf(log, format), log);
  }

  return (hits, continuation) => {
    const format = formats[reading.format];
    const { behind } = reading.fields;
    const status = format?.named ? namedStatus(format.named, log) : reading.fields.status;
    linesOf[reading.format] = (linesOf[reading.format] ?? 0) + 1;
    if (format?.fields && facts.isVetoed(hits, format.fields.syntax === "json")) return false;
    if (format?.fields?.syntax === "logfmt" && isCall(log)) return false;
    if (!format || status < 0) return true;
    if (status === 0) {
      responses.tally.addUnanswered();
      askCauses(format.id);
      return true;
    }
    if (format.fields?.failuresOnly && continuation !== "begins" && events.hasStatus) return true; // the body of a response
    const isNew = takeStatus(status, format.owner ?? "", behind, continuation);
    if (isNew && status >= 400) askCauses(format.id);
    return true;
  };
}

const LOOKED_AT_MAX_BYTES = 600;
const CALL = /^[\w.]{1,80}\(/;

/** "responses.add(URL, json={}, status=503)": named arguments look like fields. */
function isCall({ line: { clean }, reading: { body } }: LogInHand): boolean {
  const { bytes, end } = clean;
  if (bytes[end - 1] !== 41) return false;
  const text = new TextDecoder().decode(bytes.subarray(body, Math.min(end, body + LOOKED_AT_MAX_BYTES)));
  return CALL.test(text) && isSourceLine(text);
}

/** The status that a word stands for: "Forbidden". */
function namedStatus({ codes }: NonNullable<LogFormat["named"]>, { line, reading }: LogInHand): number {
  return codes[fieldText(reading.fields, "reason", line.clean.bytes)] ?? NO_STATUS;
}

function factsOf({ line, reading: { fields } }: LogInHand, format: string): RecordFacts {
  const text = (slot: "flags" | "reason" | "upstream") => fieldText(fields, slot, line.clean.bytes);
  const { status: code, behind } = fields;
  return { code, behind, format, flags: text("flags"), reason: text("reason"), upstream: text("upstream") };
}
