import type { Continuation } from "./events.js";
import { isResponseHead } from "./hops.js";
import type { LineHits } from "./literals.js";
import type { LogInHand } from "./log-in-hand.js";
import type { Mention } from "./mention.js";
import { shapeOf } from "./shape.js";

/** Takes a status that the current line mentions. False when it is not believed. */
export type TakeMention = (mention: Mention, hits: LineHits, continuation: Continuation) => boolean;

/** What tells two wordings apart stands at the front. */
const SHAPE_MAX_BYTES = 400;

export function createMentionTaker(log: LogInHand): TakeMention {
  const { formats, evidence, line, reading, facts, events, tell, responses, hops } = log;
  const { clean } = line;
  return ({ code, evidence: index, from, to }, hits, continuation) => {
    const entry = evidence[index];
    if (!entry || (to <= reading.body && !entry.explicit)) return false; // a process id in front
    if (facts.isVetoed(hits, entry.explicit)) return false;
    if (!facts.isBelieved(entry, continuation !== "begins")) return false;
    if (entry.id === "http-version" && isResponseHead(clean.bytes, reading.body, from)) {
      events.beginHeaders();
      hops.takeStatus(code);
    }
    const shape = shapeOf(clean.bytes, reading.body, Math.min(from, reading.body + SHAPE_MAX_BYTES));
    const isBare = continuation === "begins" && facts.isAll(from, to);
    const source = formats.length + index;
    const told = tell.mention(code, source, line.number, isBare ? "restates" : continuation, shape);
    events.hasStatus = true;
    if (told) responses.count(code, "", -1, facts.request(false));
    else events.takePath(facts.pathHash(false));
    return true;
  };
}
