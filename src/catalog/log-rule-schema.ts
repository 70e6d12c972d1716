/** Known causes: what a log must hold for one, and what is said of it then. */
import { z } from "zod";
import { id, line, list } from "./log-schema-parts.js";

const capture = z.strictObject({
  /** The value begins after one of these, and ends before one of the characters of `until`; empty: before a blank. */
  after: z.array(line(60)).min(1).max(8),
  until: z.string().max(10),
  /** What it must look like; anything else is left out of the report. */
  as: z.enum(["address", "seconds", "words", "number", "method-list"]),
});

/** What "{name}" in a wording may stand for beside a rule's own captures; the upstream may be a field of the record. */
const ALWAYS_THERE = ["when", "upstream"];

/** A rule without the check of its wordings, so that parts of it can be left out. */
export const uncheckedLogRuleSchema = z.strictObject({
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
  /** Rules that this one makes superfluous where both are about the same requests. */
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
export const logRuleSchema = uncheckedLogRuleSchema.check(({ value: { says, captures }, issues }) => {
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
