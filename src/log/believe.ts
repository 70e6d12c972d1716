/** Whether a mention counts: a program's own wording does, common words need a line that a machine wrote. */
import type { LogEvidence } from "../catalog/types.js";
import type { EventTracker } from "./events.js";
import { isMachineLine, isPersonal, speaksOfHttp } from "./machine-line.js";

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

export function believe({ strength, explicit }: LogEvidence, line: MentionLine, events: EventTracker): boolean {
  switch (strength) {
    case "certain":
      return true;
    case "likely":
      return isFit(explicit, line, events);
    case "supported":
      return isFit(explicit, line, events) && speaksOfHttp(textOf(line.bytes, line.body, line.end));
    case "dumped":
      return line.continues && !events.hasStatus && isHttpError(events.head);
  }
}

/** A machine wrote it; where HTTP is named it is enough that no person did. */
function isFit(explicit: boolean, line: MentionLine, events: EventTracker): boolean {
  return isMachineWritten(line, events) || (explicit && !isPersonal(textOf(line.bytes, line.body, line.end)));
}

/** The line itself, or the one it goes on from. */
function isMachineWritten({ bytes, body, end, hasFront, continues }: MentionLine, { head }: EventTracker): boolean {
  if (hasFront || isMachineLine(textOf(bytes, body, end))) return true;
  return continues && isMachineLine(textOf(head.bytes, head.from, head.to));
}

/** The event began with an error that speaks of HTTP. */
function isHttpError({ bytes, from, to }: EventTracker["head"]): boolean {
  const text = textOf(bytes, from, to);
  return isMachineLine(text) && speaksOfHttp(text);
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + LOOKED_AT_MAX_BYTES)));
}
