/** What makes a number on a line a status, and what forbids it. */
import { z } from "zod";
import { counts, id, line, list } from "./log-schema-parts.js";

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
