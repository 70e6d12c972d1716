import { z } from "zod";
import { id, line, list } from "./log-schema-parts.js";

/** What a credential looks like. Reported by kind and line, never repeated. */
export const logSecretSchema = z.strictObject({
  id,
  /** "a GitHub token" */
  kind: line(50),
  /** It begins with one of these; letters count as written unless `anyCase`. */
  marks: z.array(line(40)).min(1).max(12),
  anyCase: z.boolean().default(false),
  /**
   * Then come at least `min` of these characters. `password`: "user:password@host". `value`: anything up to a blank or
   * a mark that ends values, behind `=` or `:`, blanks and a quote. `line`: nothing more is needed.
   */
  followedBy: z.enum(["alphanumeric", "token", "password", "value", "line"]),
  min: z.int().min(0).max(200),
  /** Values that are no credential: placeholders. */
  not: list(line(30), 20),
  /** `<20>` stands for 20 characters of a credential, so that no scanner takes a sample for one. */
  samples: z.array(line(300)).min(1).max(12),
  nearMisses: z.array(line(300)).min(1).max(20),
});
