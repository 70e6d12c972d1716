/** All that is kept while one log is read, put together. */
import type { Catalog } from "../catalog/catalog.js";
import { createAnnouncements } from "./announcements.js";
import { createOnceCounter } from "./count-once.js";
import { createResponseCounter } from "./count-responses.js";
import { createCurrentLine } from "./current-line.js";
import { createEventTracker } from "./events.js";
import { createOwnerFinder } from "./find-owners.js";
import { createHopTracker } from "./hops.js";
import type { Knowledge } from "./knowledge.js";
import { createLineFacts } from "./line-facts.js";
import { createMomentReader, type Moment } from "./moments.js";
import { createRecordReader } from "./read-record.js";
import { createTeller } from "./tell-once.js";

export type LogInHand = ReturnType<typeof startLog>;

export function startLog(catalog: Catalog, knowledge: Knowledge) {
  const { formats, evidence } = catalog.logs;
  const line = createCurrentLine(knowledge.own);
  const records = createRecordReader(knowledge.records);
  const { reading } = records;
  const events = createEventTracker();
  const once = createOnceCounter();
  const moments = createMomentReader(records.time);
  const facts = createLineFacts({ clean: line.clean, reading, moments, events, vetoes: knowledge.vetoes });
  const announced = createAnnouncements();
  return {
    formats,
    evidence,
    knowledge,
    line,
    records,
    reading,
    events,
    once,
    moments,
    facts,
    announced,
    tell: createTeller(once, facts, reading.fields),
    responses: createResponseCounter(line, reading, facts, moments, announced),
    causes: knowledge.startCauses(),
    secrets: knowledge.startSecrets(),
    owners: createOwnerFinder(formats, knowledge.ownerOf),
    hops: createHopTracker(),
    /** How many lines were read in each format, by its index. */
    linesOf: new Float64Array(formats.length),
    /** When the current line was written. */
    moment: (): Moment => facts.moment(line.number),
  };
}
