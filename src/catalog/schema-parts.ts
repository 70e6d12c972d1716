/** What several schemas are made of. Lengths are in UTF-16 code units. */
import { z } from "zod";

const BACKTICKS = /^[^`]*(?:`[^`]+`[^`]*)*$/;

export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\n]*$/, "must be one line")
    .regex(BACKTICKS, "has a backtick without its pair");
export const prose = (max: number) =>
  z.string().trim().min(1).max(max).regex(BACKTICKS, "has a backtick without its pair");
export const list = <T extends z.ZodType>(item: T, max = 12) => z.array(item).max(max).default([]);

/** How an entry of a section is named: "duplicate-email". */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** How a status is named in data: `401` for a registered code, `nginx-499` for an owner's own. */
export const statusKey = z.string().regex(/^(?:[a-z][a-z0-9-]*-)?-?[0-9]{1,3}$/, 'must look like "401" or "nginx-499"');
export const classId = z.enum(["1xx", "2xx", "3xx", "4xx", "5xx"]);

export const source = z.strictObject({
  /** What the reader sees: "RFC 9110 §15.5.2", "MDN". */
  label: line(60),
  url: z.url({ protocol: /^https$/ }),
});

export const exchange = z.strictObject({
  /** Raw HTTP without the final blank line. */
  request: prose(600),
  response: prose(900),
});

export const fact = z.strictObject({ label: line(24), text: line(240) });
