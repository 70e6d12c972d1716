/** The shape of what data/ knows beside the statuses: situations, methods, guides, steps, codes below a status. */
import { z } from "zod";
import { fact, line, list, prose, slug, source, statusKey } from "./schema-parts.js";

/** What somebody writing or calling a server runs into, and which status fits. */
export const situationSchema = z.strictObject({
  /** The file's name: "duplicate-email". */
  id: slug.max(40),
  /** Reads on as a title: "Duplicate email: 409 Conflict". */
  title: line(50),
  /** How people describe it, in their words; matched when asked, not shown. */
  askedAs: z.array(line(110)).min(4).max(120),
  /** Statuses that answer it, the recommended one first; the others only where they answer equally well. */
  send: z.array(statusKey).min(1).max(3),
  /** Why, in a line that is enough with the title. */
  summary: line(170),
  /** The notification: reads on from "Duplicate email: ". */
  oneLine: line(150),
  /** What to send, with what in it. */
  advice: line(240),
  /** The other school: which status, who uses it or when. */
  also: list(z.strictObject({ use: statusKey, when: line(200) }), 3),
  /** What not to send, and why. */
  not: line(200).exactOptional(),
  /** What an expert adds: races, what the answer gives away, retries. */
  expert: list(fact, 3),
  example: prose(900).exactOptional(),
  /** Two statuses that people weigh against each other here. */
  compare: z.array(statusKey).min(2).max(5).exactOptional(),
  sources: z.array(source).min(1).max(4),
});

export const methodSchema = z.strictObject({
  method: z.string().regex(/^[A-Z]+$/),
  nicknames: list(line(60)),
  summary: line(170),
  oneLine: line(130),
  meaning: prose(480),
  safe: z.boolean(),
  idempotent: z.boolean(),
  cacheable: z.enum(["yes", "no", "conditionally"]),
  caching: line(200),
  requestContent: line(160),
  responseContent: line(160),
  /** Usual answers, successes first. */
  usual: z
    .array(z.strictObject({ status: statusKey, when: line(110) }))
    .min(1)
    .max(12),
  watchOut: line(220).exactOptional(),
  related: list(z.string().regex(/^[A-Z]+$/)),
  sources: z.array(source).min(1).max(3),
});

/** A page of general knowledge: "What is a status code?", "Redirects at a glance". */
export const guideSchema = z.strictObject({
  id: slug.max(40),
  title: line(60),
  askedAs: z.array(line(110)).min(3).max(30),
  summary: line(200),
  oneLine: line(150),
  facts: z.array(fact).min(2).max(8),
  table: z
    .strictObject({
      columns: z.array(line(30)).min(1).max(5),
      rows: z
        .array(z.array(line(60)).min(2).max(6))
        .min(2)
        .max(10),
    })
    .exactOptional(),
  /** Statuses a reader goes on to. */
  statuses: list(statusKey, 12),
  sources: z.array(source).min(1).max(4),
});

/** One step of "Which code should I return?": a question whose answers lead to another step or to statuses. */
export const stepSchema = z.strictObject({
  id: slug.max(40),
  question: line(120),
  /** One line of help for answering. */
  hint: line(200).exactOptional(),
  answers: z
    .array(z.strictObject({ label: line(60), step: z.string().exactOptional(), status: statusKey.exactOptional() }))
    .min(2)
    .max(10),
});

/** A code that is none of HTTP's but travels with one: IIS's 403.14, Cloudflare's error 1020. */
export const subcodeSchema = z.strictObject({
  owner: z.string(),
  /** "403.14", "1020", "H12" */
  code: z.string().regex(/^\d{3}\.\d{1,3}$|^\d{4}$|^H\d\d$/),
  name: line(110),
  /** The HTTP statuses it comes with; empty when that is not certain. */
  with: z.array(z.int().min(100).max(599)).max(3),
  summary: line(170),
  oneLine: line(130),
  check: list(line(180), 5),
  nicknames: list(line(60)),
  sources: z.array(source).min(1).max(3),
});

/** A file of subcodes: one parent status (IIS) or one family (Cloudflare). */
export const subcodesSchema = z.array(subcodeSchema).min(1);

/** Words that people use for the same thing; data/synonyms.yaml is a list of these. */
export const synonymsSchema = z.strictObject({ term: line(30), same: z.array(line(40)).min(1).max(60) });
