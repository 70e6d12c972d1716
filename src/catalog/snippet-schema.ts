/**
 * The shape of data/snippets/: how frameworks and clients send and handle a status, as templates, and what each
 * status's response carries. A placeholder in a template is `{{name}}`; which there are stands in data/README.md.
 */
import { z } from "zod";

/** In UTF-16 code units, and in lines: what a chat reader takes in without scrolling. Holds for a snippet as a whole. */
export const SNIPPET_MAX_CHARS = 1_400;
export const SNIPPET_MAX_LINES = 30;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\n]*$/, "must be one line");
const key = z.string().regex(/^(?:[a-z][a-z0-9-]*-)?\d{3}$/, 'must look like "401" or "cloudflare-522"');
/** Code keeps its inner indentation; only blank lines around it go. */
const code = z
  .string()
  .min(1)
  .max(SNIPPET_MAX_CHARS)
  .transform((text) => text.replace(/^\n+|(?<!\s)\s+$/g, ""));

/** Code, with a line to read first; or that line alone, which says why there is no code. */
const template = z.union([
  z.strictObject({ code, note: line(240).exactOptional() }),
  z.strictObject({ note: line(240) }),
]);

/** What differs from the variant: other code, a line to read first, or `code: ~` and a line that says why there is none. */
const override = z.union([
  z.strictObject({ code, note: line(240).exactOptional() }),
  z.strictObject({ code: z.null().exactOptional(), note: line(240) }),
]);

const framework = z.strictObject({
  /** The file's name, and the word in canonical questions: "401 in flask". */
  id: z.string().regex(/^[a-z]+$/),
  name: line(30),
  /** As code blocks name it, for highlighting. */
  language: z.enum(["python", "javascript", "java", "csharp", "go", "ruby", "php", "bash"]),
  /** Names that nobody says for anything else. The id and the name count too, unless they are everyday words. */
  knownAs: z.array(line(40)).max(12),
  /** Names that are words of English as well: they count only where the rest of the text asks for code. */
  everyday: z.array(line(20)).max(4).default([]),
  source: z.strictObject({ label: line(60), url: z.url({ protocol: /^https$/ }) }),
  overrides: z.record(key, override).default({}),
});

/** How to send it. */
export const serverSchema = framework.extend({
  side: z.literal("server"),
  /** One header field as one line of code, with `{{name}}` and `{{value}}`. */
  field: line(120),
  /** Whether text stands in double quotes, in single ones, or in whichever need no escape (backticks in Go). */
  quotes: z.enum(["double", "single", "either", "backtick"]),
  /** What the language calls a status; a code that is not listed stays a number. */
  names: z.record(z.string().regex(/^\d{3}$/), line(60)).default({}),
  variants: z.strictObject({
    interim: template,
    json: template,
    text: template,
    empty: template,
    redirect: template,
    problem: template,
  }),
  /** Said once in a program, for every error. */
  once: code.exactOptional(),
});

/** How to handle it. */
export const clientSchema = framework.extend({
  side: z.literal("client"),
  variants: z.strictObject({
    interim: template,
    success: template,
    empty: template,
    redirect: template,
    keptRedirect: template,
    renew: template,
    retry: template,
    error: template,
  }),
});

export const frameworkSchema = z.discriminatedUnion("side", [serverSchema, clientSchema]);

const fieldValue = z.strictObject({ name: line(40), value: line(120) });

/** What the code sends for one status, whatever the framework. */
export const responseSchema = z.strictObject({
  status: key,
  /** The request it answers: "GET /v1/orders". */
  to: z.string().regex(/^(?:GET|POST|PUT|PATCH|DELETE) \/[\w/.-]*$/),
  /** When a server sends it, as a comment: "No valid token". */
  when: line(60),
  /** Header fields, the required ones always among them. */
  fields: z.array(fieldValue).max(6).default([]),
  /** Required only under a condition that this response does not meet, or set by every server without being told. */
  leftOut: z.array(line(40)).max(6).default([]),
  /** RFC 9457's type (its last part) and title, for errors. */
  problem: z
    .strictObject({
      type: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .max(30),
      title: line(50),
    })
    .exactOptional(),
  /** The state that the JSON content tells, for successes. */
  state: line(20).exactOptional(),
  /** Content that is no JSON. */
  text: z.strictObject({ type: line(40), body: line(60) }).exactOptional(),
});

/** A status that code neither sends nor handles, and why. */
export const uncodedSchema = z.strictObject({ status: key, why: line(240) });

/** data/snippets/responses.yaml */
export const responsesSchema = z.array(z.union([responseSchema, uncodedSchema])).min(1);
