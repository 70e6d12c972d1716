/**
 * The shape of what is known about logs: data/log-*, and a team's house rules. Lengths are in UTF-16 code units.
 * What a text means is checked where the catalog is built: every sample must be read as its file says.
 */
import { z } from "zod";

const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\n]*$/, "must be one line");
const list = <T extends z.ZodType>(item: T, max = 40) => z.array(item).max(max).default([]);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const ownerId = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** Names of JSON fields, likeliest first: "status", "res.statusCode". */
const keys = z.array(line(60)).min(1).max(30);

/** How often a sample tells of each status; in quotes, because keys are text. */
const counts = z.record(z.string().regex(/^[1-9]\d\d$/), z.int().min(1)).default({});

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

/** Words that make the number after them a status. */
export const logEvidenceSchema = z.strictObject({
  id,
  /**
   * `after`: the number comes after a cue. `before`: it comes before one. `named`: after the status's own name.
   * `phrase`: before it; `everyday`: before a name that is an everyday word. `request`: beside a method and path.
   */
  how: z.enum(["after", "before", "named", "phrase", "everyday", "request"]).default("after"),
  /** Lower case, words apart by a blank; in a text `_`, `-`, `.`, `/` or a change of case may stand for the blank. */
  cues: list(line(60), 160),
  /** Longer cues that mean something else: "exit status". */
  not: list(line(60), 120),
  /** What is between the cue and the number: an assignment, blanks, or nothing. */
  gap: z.enum(["field", "words", "glued"]).default("words"),
  /** `any` 100–599; `known`: in the catalog; `failure`: known, and 400 or more. */
  codes: z.enum(["any", "known", "failure"]),
  /** These only. */
  only: list(z.int().min(100).max(999)),
  /**
   * `certain`: the wording of a program, enough by itself. `likely`: enough on a line that a machine wrote.
   * `supported`: enough on such a line when it also speaks of HTTP. `dumped`: enough
   * below an error that does, when nothing better was said of it.
   */
  strength: z.enum(["certain", "likely", "supported", "dumped"]),
  /** It says HTTP itself: any line will do that no person wrote, and words of other protocols do not matter. */
  explicit: z.boolean().default(false),
  samples: z
    .array(z.strictObject({ text: z.string().min(1).max(800), counts }))
    .min(1)
    .max(80),
  nearMisses: list(line(400), 200),
});

/** Lines on which a number is no status although words say so: source code, other protocols, test names. */
export const logVetoSchema = z.strictObject({
  id,
  why: line(160),
  /** What the line begins with, after blanks. Case counts. */
  starts: list(line(40), 120),
  /** What the line holds anywhere. Case does not count. */
  holds: list(line(40), 120),
  /** Evidence that says HTTP itself counts nevertheless. */
  sparesExplicit: z.boolean().default(false),
  samples: z.array(line(400)).min(1).max(120),
});

const capture = z.strictObject({
  /** The value begins after one of these, and ends before one of the characters of `until`; empty: before a blank. */
  after: z.array(line(60)).min(1).max(8),
  until: z.string().max(10),
  /** What it must look like; anything else is left out of the report. */
  as: z.enum(["address", "seconds", "words", "number", "method-list"]),
});

/** What "{name}" in a wording may stand for beside a rule's own captures; the upstream may be a field of the record. */
const ALWAYS_THERE = ["when", "upstream"];

const logRule = z.strictObject({
  id,
  /** The rule needs one of these statuses in the log; empty: any. 0 stands for a request without an answer. */
  codes: list(z.int().min(0).max(999), 40),
  when: z.strictObject({
    /** Literals that one line must hold, all of them. The first should be rare: it is what the rule waits for. */
    line: list(line(80), 6),
    /** And at least one of these. */
    any: list(line(80), 20),
    /** Literals that must be somewhere in the log. */
    seen: list(line(80), 6),
    /** And at least one of these. */
    seenAny: list(line(80), 12),
    /** Literals that must be nowhere in the log. */
    absent: list(line(80), 12),
    /** A field of the record itself. */
    field: z.strictObject({ slot: z.enum(["flags", "reason"]), is: z.array(line(60)).min(1).max(12) }).exactOptional(),
    format: z.array(id).max(6).exactOptional(),
    /** What the server behind answered: nothing, the same status, or another. */
    behind: z.enum(["none", "same", "other"]).exactOptional(),
  }),
  captures: z.record(z.string().regex(/^[a-z]+$/), capture).default({}),
  /** Rules that say more come first: 1 before 9. */
  rank: z.int().min(1).max(9).default(5),
  /** Rules that this one makes superfluous where both fit. */
  hides: list(id, 10),
  /**
   * "{name}" stands for a capture; a wording that needs one is left out where it is missing. "{when}" is
   * " just before 03:14:07" where the log has times, and nothing where it has none. Written as in the middle of a
   * sentence and without its full stop, except for the answers to whoActs, check, prevent and halfDone.
   */
  says: z.strictObject({
    /** "nginx could not reach the app at {upstream}: connection refused" */
    broke: line(150),
    /** The same where a capture is missing. */
    brokeBare: line(150).exactOptional(),
    /** Reads on from "It answered before and after: ", where it did: "a restart, deploy or crash is likelier". */
    likelier: line(150).exactOptional(),
    whoActs: line(160),
    check: line(220),
    prevent: line(200).exactOptional(),
    /** Whether the failed requests may have had an effect, where that is certain. */
    halfDone: line(160).exactOptional(),
  }),
  sources: list(z.strictObject({ label: line(60), url: z.url({ protocol: /^https$/ }) }), 2),
  samples: z
    .array(
      z.strictObject({
        text: z.string().min(1).max(4_000),
        /** Several values are joined by ", ". */
        captures: z.record(z.string(), z.string()).default({}),
      }),
    )
    .min(1)
    .max(10),
  nearMisses: list(z.string().min(1).max(2_000), 10),
});

/** What a line beside the statuses says about their cause, and what to do then. */
export const logRuleSchema = logRule.check(({ value: { says, captures }, issues }) => {
  const names = new Set([...ALWAYS_THERE, ...Object.keys(captures)]);
  for (const [field, text] of Object.entries(says)) {
    const unknown = [...text.matchAll(/\{([a-z]+)\}/g)].find(([, name = ""]) => !names.has(name));
    const message = `names ${unknown?.[0]}, which it does not capture`;
    if (unknown) issues.push({ code: "custom", input: text, path: ["says", field], message });
  }
  const message = "is needed where broke has a capture";
  if (says.broke.includes("{") && says.brokeBare === undefined)
    issues.push({ code: "custom", input: says, path: ["says", "brokeBare"], message });
});

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

export const logKnowledgeSchema = z.strictObject({
  formats: z.array(logFormatSchema.omit({ samples: true, nearMisses: true })),
  prefixes: z.array(logPrefixSchema.omit({ samples: true, nearMisses: true })),
  evidence: z.array(logEvidenceSchema.omit({ samples: true, nearMisses: true })),
  vetoes: z.array(logVetoSchema.omit({ samples: true, why: true })),
  rules: z.array(logRule.omit({ samples: true, nearMisses: true })),
  secrets: z.array(logSecretSchema.omit({ samples: true, nearMisses: true })),
});
