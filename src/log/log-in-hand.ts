/** All that is kept of the log that is read, put together. */
import type { Catalog } from "../catalog/catalog.js";
import { createAnnouncements } from "./announcements.js";
import { createOnceCounter } from "./count-once.js";
import { createResponseCounter } from "./count-responses.js";
import { createCurrentLine } from "./current-line.js";
import { createEventTracker } from "./events.js";
import { createHopTracker } from "./hops.js";
import type { IncidentKey } from "./incidents.js";
import type { Knowledge } from "./knowledge.js";
import { createLineFacts } from "./line-facts.js";
import { createMomentReader, type Moment } from "./moments.js";
import { createRecordReader } from "./read-record.js";
import { createTeller } from "./tell-once.js";

export type LogInHand = ReturnType<typeof createLogInHand>;

export function createLogInHand(catalog: Catalog, knowledge: Knowledge) {
  const { formats, evidence } = catalog.logs;
  const line = createCurrentLine(knowledge.own);
  const records = createRecordReader(knowledge.records);
  const { reading } = records;
  const events = createEventTracker();
  const once = createOnceCounter();
  const moments = createMomentReader(records.time);
  const facts = createLineFacts({ clean: line.clean, reading, moments, events, vetoes: knowledge.vetoes });
  const announced = createAnnouncements();
  const responses = createResponseCounter(line, reading, facts, moments, announced, events);
  const causes = knowledge.createCauses();
  const secrets = knowledge.createSecrets();
  const hops = createHopTracker();
  const linesOf = new Float64Array(formats.length);
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
    responses,
    causes,
    secrets,
    hops,
    /** How many lines were read in each format, by its index. */
    linesOf,
    /** The request that the current line is about. */
    incident: (): IncidentKey =>
      events.hasStatus
        ? events.incident
        : facts.pathHash(reading.format >= 0 && reading.fields.status >= 0) || events.incident,
    /** When the current line was written. */
    moment: (): Moment => facts.moment(line.number),
    /** Forgets the log before. */
    forget: (): void => {
      for (const part of [line, records, events, once, moments, announced, responses, causes, secrets, hops])
        part.forget();
      linesOf.fill(0);
    },
  };
}
