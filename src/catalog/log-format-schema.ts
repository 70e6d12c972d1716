/** Kinds of logs, and what may stand in front of their lines. */
import { z } from "zod";
import { counts, id, keys, line, list, ownerId } from "./log-schema-parts.js";

const formatSample = z.strictObject({
  text: z.string().min(1).max(4_000),
  counts,
  /** What the first record says besides. */
  method: line(20).exactOptional(),
  path: line(200).exactOptional(),
  flags: line(40).exactOptional(),
  upstream: line(80).exactOptional(),
  /** Status of the server behind; 0 when there was none. */
  behind: z.int().min(0).max(999).exactOptional(),
  /** Records whose request got no status at all. */
  unanswered: z.int().min(0).exactOptional(),
});

/** What a kind of log looks like: lines with a layout, JSON with certain fields, or columns named in a header line. */
export const logFormatSchema = z.strictObject({
  id,
  /** As the footer says it, without the owner: "access log", "error log". */
  name: line(40),
  /** Who writes it, as the footer says it: "nginx", "AWS load balancer". Empty when many do. */
  writer: z.string().max(40).default(""),
  /** Whose codes its statuses are, where the owner of a code is not the registry. */
  owner: ownerId.exactOptional(),
  /** `access`: a line a request. `error`: a server's own errors. `app`: a program's log. `client`: what a caller got. */
  role: z.enum(["access", "error", "app", "client"]),
  /** Formats with a lower number are tried first; those that fit almost anything come last. */
  rank: z.int().min(1).max(9).default(5),
  /** Compiled by src/log/layout.ts. */
  layouts: list(line(400), 24),
  /** Named fields: JSON, or logfmt's `name=value`. */
  fields: z
    .strictObject({
      syntax: z.enum(["json", "logfmt"]),
      /** Fields that must be there besides the status. */
      needs: list(line(60), 6),
      /** At least one of these must be there. */
      besides: list(line(60), 12),
      status: keys,
      behind: keys.exactOptional(),
      method: keys.exactOptional(),
      path: keys.exactOptional(),
      flags: keys.exactOptional(),
      upstream: keys.exactOptional(),
      reason: keys.exactOptional(),
      /** What tells that two records are of the same request. */
      id: keys.exactOptional(),
      /** Only 400 and above count: the field's name alone proves little. */
      failuresOnly: z.boolean().default(false),
    })
    .exactOptional(),
  /** Statuses by the word that stands for them in the slot `reason`, where the lines hold no number. */
  named: z
    .strictObject({
      /** What every such line holds, in lower case. */
      mark: line(40),
      codes: z.record(z.string().min(1).max(40), z.int().min(100).max(599)),
    })
    .exactOptional(),
  columns: z
    .strictObject({
      /** What the line begins with that names the columns: "#Fields: "; empty when the names begin at once. */
      header: z.string().max(20),
      separator: z.enum(["blank", "tab", "comma", "semicolon", "bar"]),
      /** One of these must be among the columns. */
      needs: list(line(30), 20),
      status: keys,
      method: keys.exactOptional(),
      path: keys.exactOptional(),
      flags: keys.exactOptional(),
      reason: keys.exactOptional(),
    })
    .exactOptional(),
  /** Its layout stands in the log: the command that wrote it has it as an option, as `curl -w`. */
  writtenOut: z.boolean().default(false),
  samples: z.array(formatSample).min(1).max(20),
  /** Lines that look like it and are something else. */
  nearMisses: list(line(400), 20),
});

/** What may stand in front of any log line: a time, a host, a container's name. */
export const logPrefixSchema = z.strictObject({
  id,
  layouts: z.array(line(200)).min(1).max(30),
  /** The prefix, and what is left of the line after it. */
  samples: z
    .array(z.strictObject({ text: line(300), rest: z.string().max(300) }))
    .min(1)
    .max(30),
  nearMisses: list(line(300), 20),
});
