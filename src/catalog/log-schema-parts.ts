/** What the schemas of data/log-* are made of. Lengths are in UTF-16 code units. */
import { z } from "zod";
import { slug } from "./schema-parts.js";

export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\n]*$/, "must be one line");
export const list = <T extends z.ZodType>(item: T, max = 40) => z.array(item).max(max).default([]);
export const id = slug;
export const ownerId = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** Names of JSON fields, likeliest first: "status", "res.statusCode". */
export const keys = z.array(line(60)).min(1).max(30);

/** How often a sample tells of each status; in quotes, because keys are text. */
export const counts = z.record(z.string().regex(/^[1-9]\d\d$/), z.int().min(1)).default({});
