/** The project's own questions, and whether an answer is right. Used by tests and by the bench. */
import { readFileSync } from "node:fs";
import { answeredStatuses, type Finding } from "../../src/answer/finding.js";

export interface SampleQuestion {
  readonly kind: string;
  readonly text: string;
  readonly expected: readonly string[];
}

const PATHS = ["questions.txt", "../../../test/question/questions.txt"]; // beside this file, or from dist/

export const sampleQuestions: readonly SampleQuestion[] = read()
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [kind = "", text = "", expected = ""] = line.split(" | ").map((part) => part.trim());
    return { kind, text, expected: expected.split(",").filter(Boolean) };
  });

function read(): string {
  for (const path of PATHS) {
    try {
      return readFileSync(new URL(path, import.meta.url), "utf8");
    } catch {}
  }
  throw new Error("questions.txt is missing");
}

/** Exact sets for comparisons, the first code for others, none at all for numbers that are no codes. */
export function isRight({ kind, expected }: SampleQuestion, finding: Finding): boolean {
  const codes = [...new Set(answeredStatuses(finding).map((status) => String(status.code)))];
  if (kind === "unknown") return codes.length === 0;
  if (kind === "compare") return codes.length === expected.length && expected.every((code) => codes.includes(code));
  const names = expected.filter((name) => /^[cm]/.test(name)).map((name) => name.slice(1));
  if (names.length > 0) return names.every((name) => namedBy(finding).includes(name));
  return expected.includes(codes[0] ?? "");
}

function namedBy(finding: Finding): readonly string[] {
  if (finding.kind === "class") return finding.classes.map(({ id }) => id);
  return finding.kind === "method" ? finding.methods.map(({ method }) => method) : [];
}
