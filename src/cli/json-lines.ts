/** `teapot --jsonl`: one JSON question a line in, one JSON answer a line out, in the same order. */

import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { answeredCodes, type Finding, suggestedStatuses } from "../answer/finding.js";
import { createUnderstand, type Understanding } from "../answer/understand.js";
import { composeCard } from "../card/compose-card.js";
import { plainText } from "../card/plain-text.js";
import type { Catalog } from "../catalog/catalog.js";
import type { ClassId } from "../catalog/types.js";
import type { LogReport } from "../log/log-report.js";
import { PASTE_MAX_CHARS } from "../log/scan-log.js";
import { readLines } from "../ops/read-lines.js";

/** `heard`: whether the text was addressed to the bot, or only passed by in a channel. */
interface JsonQuestion {
  readonly id: string | number;
  readonly text: string;
  readonly heard: "asked" | "overheard";
}

interface JsonAnswer {
  readonly id: string | number;
  /** Whether the bot would speak at all. */
  readonly reply: boolean;
  readonly kind: Finding["kind"];
  readonly codes: readonly number[];
  /** How often a log tells of each code; empty for questions. */
  readonly counts: Readonly<Record<string, number>>;
  readonly suggestions: readonly number[];
  readonly classes: readonly ClassId[];
  readonly methods: readonly string[];
  readonly text: string;
}

/** JSON may spell every character in six: "\u001b". */
const ESCAPED_MAX_CHARS = 6;
const FRAME_MAX_CHARS = 64 * 1024;
/** In UTF-16 code units: room for all that is read of a paste, and the frame around it. */
const LINE_MAX_CHARS = ESCAPED_MAX_CHARS * PASTE_MAX_CHARS + FRAME_MAX_CHARS;

/** Answers until the end of input. A line that is no question yields `{"id":null,"error":…}` and the run goes on. */
export async function answerJsonLines(catalog: Catalog, input: Readable, output: Writable): Promise<void> {
  const understand = createUnderstand(catalog);
  for await (const { text, clipped } of readLines(input, LINE_MAX_CHARS)) {
    if (text.trim() === "") continue;
    const question = clipped ? `the line is longer than ${LINE_MAX_CHARS} characters` : readQuestion(text);
    const answer =
      typeof question === "string"
        ? { id: null, error: question }
        : toAnswer(catalog, question, understand(question.text));
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, "drain");
  }
}

/** The question, or what is wrong with it. */
function readQuestion(line: string): JsonQuestion | string {
  const value = parseJson(line);
  if (typeof value !== "object" || value === null) return "the line is not a JSON object";
  const { id, text, heard = "asked" } = value as Record<string, unknown>;
  if (typeof id !== "string" && typeof id !== "number") return '"id" must be a string or a number';
  if (typeof text !== "string") return '"text" must be a string';
  if (heard !== "asked" && heard !== "overheard") return '"heard" must be "asked" or "overheard"';
  return { id, text, heard };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function toAnswer(
  catalog: Catalog,
  { id, heard }: JsonQuestion,
  { finding, isUnmistakable }: Understanding,
): JsonAnswer {
  return {
    id,
    reply: heard === "asked" || isUnmistakable(),
    kind: finding.kind,
    codes: answeredCodes(finding),
    counts: finding.kind === "log" ? countsOf(finding.report) : {},
    suggestions: suggestedStatuses(finding).map((status) => status.code),
    classes: finding.kind === "class" ? finding.classes.map(({ id }) => id) : [],
    methods: finding.kind === "method" ? finding.methods.map((method) => method.method) : [],
    text: plainText(composeCard(catalog, finding, heard === "asked" ? "full" : "brief")),
  };
}

function countsOf({ statuses }: LogReport): Readonly<Record<string, number>> {
  return Object.fromEntries(statuses.map(({ code, count }) => [String(code), count]));
}
