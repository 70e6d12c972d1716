import type { Understand } from "./understand.js";

/** What programs write and people who ask do not: brackets, fields, paths, clocks, indented lines. */
const BY_MACHINE = /[[\]{}<>="|]|: |\/\w|\d:\d|^\s+\S/;

/** Whether lines that came together are one log or error, and no list of questions, some of which quote one. */
export function isPaste(understand: Understand, text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const written = lines.filter((line) => BY_MACHINE.test(line)).length;
  return lines.length > 1 && written * 2 >= lines.length && understand(text).finding.kind === "log";
}
