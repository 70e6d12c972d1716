/** The shape of a status and of what stands around it: its class, its owner, what it is confused with. */
import { z } from "zod";
import { classId, exchange, line, list, prose, source, statusKey } from "./schema-parts.js";

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
