/**
 * The shape of every file in data/, and of a team's house rules: the only validator of either.
 * Loaded when the catalog is compiled, never when a question is answered. Lengths are in UTF-16 code units; they are
 * the budgets that keep every card inside every platform's limits without a cut.
 */
import { z } from "zod";
import { logKnowledgeSchema } from "./log-schema.js";
import { frameworkSchema, responseSchema, uncodedSchema } from "./snippet-schema.js";

const BACKTICKS = /^[^`]*(?:`[^`]+`[^`]*)*$/;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\n]*$/, "must be one line")
    .regex(BACKTICKS, "has a backtick without its pair");
const prose = (max: number) => z.string().trim().min(1).max(max).regex(BACKTICKS, "has a backtick without its pair");
const list = <T extends z.ZodType>(item: T, max = 12) => z.array(item).max(max).default([]);

/** How a status is named in data: `401` for a registered code, `nginx-499` for an owner's own. */
export const statusKey = z.string().regex(/^(?:[a-z][a-z0-9-]*-)?-?[0-9]{1,3}$/, 'must look like "401" or "nginx-499"');
export const classId = z.enum(["1xx", "2xx", "3xx", "4xx", "5xx"]);

const source = z.strictObject({
  /** What the reader sees: "RFC 9110 §15.5.2", "MDN". */
  label: line(60),
  url: z.url({ protocol: /^https$/ }),
});

const exchange = z.strictObject({
  /** Raw HTTP without the final blank line. */
  request: prose(600),
  response: prose(900),
});

const field = z.strictObject({
  name: line(60),
  /** RFC 9110's requirement words: MUST is required, SHOULD is recommended, MAY is optional, MUST NOT is forbidden. */
  level: z.enum(["required", "recommended", "optional", "discouraged", "forbidden"]),
  why: line(140),
  section: line(60),
});

const facts = z.strictObject({
  /** Header fields that the specification ties to this status. */
  fields: list(field),
  /** Whether a cache may keep the response without being told for how long. */
  heuristicallyCacheable: z.boolean(),
  caching: line(160).exactOptional(),
  content: z.enum(["allowed", "forbidden"]),
  contentNote: line(160).exactOptional(),
  retry: z.strictObject({
    /** `as-is`: the same request again may work. `changed`: only a different request can. `never`: nothing to repeat. */
    when: z.enum(["as-is", "changed", "never"]),
    how: line(180),
  }),
  redirect: z
    .strictObject({
      method: z.enum(["kept", "may become GET", "becomes GET", "none"]),
      permanent: z.boolean().nullable(),
    })
    .exactOptional(),
  /** Who sends it, likeliest first. */
  sentBy: z
    .array(z.enum(["origin", "gateway", "proxy", "CDN", "cache", "load balancer", "client library", "log only"]))
    .min(1),
  /** False when it appears in logs or tools only and no caller ever receives it. */
  reachesCaller: z.boolean(),
});

export const statusSchema = z.strictObject({
  code: z.int().min(-1).max(999),
  owner: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** `null` where the owner gives the code no phrase. */
  phrase: line(60).nullable(),
  formerPhrases: list(z.strictObject({ phrase: line(60), where: line(80) })),
  /** Other names people use for it; matched when asked, not shown. */
  nicknames: list(line(60), 20),
  /** How people describe what happened, in their words; matched when asked, not shown. */
  askedAs: list(line(90), 120),
  /** `null` outside 100–599, where HTTP has no class. */
  statusClass: classId.nullable(),
  standing: z.enum(["registered", "temporary", "unused", "deprecated", "obsoleted", "unregistered"]),
  /** One line that is enough with the title above it. */
  summary: line(170),
  /** The notification: reads on from "401 Unauthorized: ". */
  oneLine: line(130),
  meaning: prose(480),
  use: prose(320),
  /** When not to use it, and what to use then. */
  instead: list(z.strictObject({ when: line(120), use: statusKey }), 6),
  gotIt: prose(220),
  sendingIt: prose(260),
  watchOut: prose(220).exactOptional(),
  example: exchange.exactOptional(),
  /** Likely causes and what to do, in the order a person would check. */
  asCaller: list(line(180), 7),
  asOwner: list(line(180), 7),
  facts,
  /** What software does with it by default, where that is what people meet. */
  frameworks: list(z.strictObject({ name: line(40), does: line(160) }), 6),
  related: list(statusKey),
  confusedWith: list(statusKey),
  /** The specification or the vendor's page first. */
  sources: z.array(source).min(1).max(4),
});

export const classSchema = z.strictObject({
  id: classId,
  /** RFC 9110's name: "Client Error". */
  name: line(30),
  /** In words: "client error". */
  words: line(30),
  plural: line(30),
  nicknames: list(line(60), 20),
  summary: line(170),
  meaning: prose(480),
  /** How to treat a code of this class that one does not know. */
  unknown: line(200),
  whoActs: line(160),
  sources: z.array(source).min(1).max(3),
});

export const comparisonSchema = z.strictObject({
  /** Two to five statuses, in the order they are shown. */
  of: z.array(statusKey).min(2).max(5),
  /** The rule in a line a status: `401`: "who are you?" */
  rules: z
    .array(z.strictObject({ status: statusKey, rule: line(110) }))
    .min(2)
    .max(5),
  /** The question that decides, with its answers. */
  decide: line(220),
  /** One row an axis, one value a status, in the order of `of`. */
  axes: z
    .array(z.strictObject({ label: line(24), values: z.array(line(90)).min(2).max(5) }))
    .min(2)
    .max(6),
  /** The contested school, where there is one. */
  otherSchool: line(220).exactOptional(),
  examples: list(z.strictObject({ status: statusKey, says: line(140), response: prose(600) }), 5),
  /** Comparisons a reader asks for next. */
  next: list(z.array(statusKey).min(2).max(5), 3),
  sources: z.array(source).min(1).max(5),
});

export const ownerSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: line(50),
  /** Words in a text that say this owner is meant: "cf-ray", "openresty". The name itself counts. */
  knownAs: list(line(40), 20),
  /** How often readers meet its codes: the order in which owners of the same number are shown. */
  met: z.enum(["daily", "often", "rarely"]).default("rarely"),
});

const fact = z.strictObject({ label: line(24), text: line(240) });

/** What somebody writing or calling a server runs into, and which status fits. */
export const situationSchema = z.strictObject({
  /** The file's name: "duplicate-email". */
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(40),
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
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(40),
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
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(40),
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
  /** "403.14", "1020" */
  code: z.string().regex(/^\d{3}\.\d{1,3}$|^\d{4}$/),
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

export const catalogSchema = z.strictObject({
  owners: z.array(ownerSchema),
  classes: z.array(classSchema).length(5),
  statuses: z.array(statusSchema),
  comparisons: z.array(comparisonSchema),
  situations: z.array(situationSchema),
  methods: z.array(methodSchema),
  guides: z.array(guideSchema),
  steps: z.array(stepSchema),
  subcodes: z.array(subcodeSchema),
  logs: logKnowledgeSchema,
  frameworks: z.array(frameworkSchema),
  responses: z.array(z.union([responseSchema, uncodedSchema])),
  synonyms: z.array(synonymsSchema),
});
