/** Whether a mention counts: a program's own wording does, common words need a line that a machine wrote. */
import type { LogEvidence } from "../catalog/types.js";
import type { EventTracker } from "./events.js";
import { isDumpedField, isMachineLine, mayTell, speaksOfHttp, tellsEvent } from "./machine-line.js";
import { isSourceLine } from "./source-line.js";

export interface MentionLine {
  readonly bytes: Uint8Array;
  /** Where the line begins behind its prefixes, and whether it had any. */
  readonly body: number;
  readonly end: number;
  readonly hasFront: boolean;
  /** It goes on with the line before. */
  readonly continues: boolean;
}

const LOOKED_AT_MAX_BYTES = 600;

export function believe(evidence: LogEvidence, line: MentionLine, events: EventTracker): boolean {
  const text = textOf(line.bytes, line.body, line.end);
  if (isSourceLine(text) || (isDumpedField(text) && !isInDump(line, events))) return false;
  switch (evidence.strength) {
    case "certain":
      return evidence.id !== "http-version" || isFit(evidence, text, line, events);
    case "likely":
      return isFit(evidence, text, line, events);
    case "supported":
      return isFit(evidence, text, line, events) && speaksOfHttp(text);
    case "dumped":
      return line.continues && !events.hasStatus && isHttpError(events.head);
  }
}

/** Behind a time or a name, or below a line that began the dump and is no source code. */
function isInDump({ hasFront, continues }: MentionLine, { head, hasFrames }: EventTracker): boolean {
  if (hasFront || !continues) return hasFront;
  const first = textOf(head.bytes, head.from, head.to);
  return !isSourceLine(first) && (head.front > 0 || hasFrames || isMachineLine(first) || OPENS.test(first));
}

/** "Response {" */
const OPENS = /[{[(]\s{0,8}$/;

/** A machine wrote it; where HTTP is named it is enough that it tells what happened. */
function isFit(evidence: LogEvidence, text: string, line: MentionLine, events: EventTracker): boolean {
  if (isMachineWritten(text, line, events)) return true;
  return evidence.explicit && mayTell(text) && (isWorded(evidence) || tellsEvent(text));
}

/** It is said in words of its own; a bare "HTTP 404" or "404 Not Found" is not. */
function isWorded({ how, id }: LogEvidence): boolean {
  return (how === "after" || how === "before" || how === "request") && !id.startsWith("http-");
}

/** The line itself, or the one it goes on from. */
function isMachineWritten(text: string, { hasFront, continues }: MentionLine, events: EventTracker): boolean {
  if (hasFront || isMachineLine(text)) return true;
  const { head, hasFrames } = events;
  return continues && (hasFrames || isMachineLine(textOf(head.bytes, head.from, head.to)));
}

/** The event began with an error that speaks of HTTP. */
function isHttpError({ bytes, from, to }: EventTracker["head"]): boolean {
  const text = textOf(bytes, from, to);
  return isMachineLine(text) && speaksOfHttp(text);
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + LOOKED_AT_MAX_BYTES)));
}
