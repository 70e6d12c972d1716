/** Pastes as people send them, with what they tell: blocks in test/log/pastes/*.txt. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Paste {
  readonly name: string;
  readonly text: string;
  /** How often it tells of each status; empty: it must not be taken for a log. */
  readonly counts: Readonly<Record<string, number>>;
  readonly unanswered: number;
}

const FOLDER = join(import.meta.dirname, "pastes");
const HEAD = /^#### (?<name>.+)\nexpect:(?<expected>[^\n]*)\n/;

/**
 * Reads all files, in order of their names. A block is `#### name`, then `expect: 502=3 499=1 unanswered=1`, then the
 * paste. What editors hide is written so that it can be seen: ␛ escape, ␉ tab, ␍ carriage return at the end of a line.
 * Throws on a block without an expectation.
 */
export function readPastes(): readonly Paste[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), "utf8")
        .split(/^(?=#### )/m)
        .map((block) => readPaste(file, block)),
    );
}

function readPaste(file: string, block: string): Paste {
  const { name = "", expected = "" } = HEAD.exec(block)?.groups ?? {};
  if (name === "")
    throw new Error(`${file}: ${JSON.stringify(block.slice(0, 60))} is no "#### name" with "expect:" below`);
  const entries = expected
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((entry) => entry.split("=") as [string, string]);
  const { unanswered = 0, ...counts } = Object.fromEntries(entries.map(([code, count]) => [code, Number(count)]));
  return { name: `${file.replace(".txt", "")}: ${name}`, text: reveal(block.replace(HEAD, "")), counts, unanswered };
}

const HIDDEN: Readonly<Record<string, string>> = { "␛": "\u001b", "␉": "\t", "␍": "\r" };

function reveal(text: string): string {
  return text.trimEnd().replace(/[␛␉␍]/g, (mark) => HIDDEN[mark] ?? mark);
}
