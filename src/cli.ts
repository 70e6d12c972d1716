#!/usr/bin/env node
/** The `teapot` command: a question in, a reply out. Exit codes: 0 answered, 1 failed, 2 wrong usage. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { renderTerminal } from "../adapters/terminal/render-terminal.js";
import { terminalSurface } from "../adapters/terminal/terminal-surface.js";
import { createUnderstand } from "./answer/understand.js";
import { composeCard } from "./card/compose-card.js";
import { composeAside, showAside } from "./card/log-secrets.js";
import { answerJsonLines } from "./cli/json-lines.js";
import { prefersColor } from "./config.js";
import { openCatalog } from "./open-catalog.js";

const CATALOG = new URL("../data/catalog.json", import.meta.url);
const PACKAGE = new URL("../../package.json", import.meta.url);

const USAGE = `Usage: teapot [options] [question...]

Explains HTTP status codes. Without a question it reads one from standard input.

  teapot 401                 a code
  teapot too many requests   a name, typos included
  teapot 401 vs 403          a comparison
  teapot 4xx                 a class

Options:
  --json       print what was found as JSON instead of text
  --jsonl      answer many: one JSON question a line in, one JSON answer a line out
  --help       print this
  --version    print the version

Colors are off when the output is not a terminal, and with NO_COLOR.
`;

/** In UTF-16 code units. A question is short; what lies beyond this on standard input is not read. */
const INPUT_MAX_CHARS = 64 * 1024;

class UsageError extends Error {
  readonly code = "ERR_PARSE_ARGS_TEAPOT";
}

const OPTIONS = {
  json: { type: "boolean" },
  jsonl: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const asksNothing = positionals.length === 0 && process.stdin.isTTY && !values.jsonl;
  if (values.jsonl && (values.json || positionals.length > 0)) {
    throw new UsageError("--jsonl reads its questions from standard input and takes no other arguments");
  }
  if (values.version) write(`${JSON.parse(readFileSync(PACKAGE, "utf8")).version}\n`);
  else if (values.help || asksNothing) write(USAGE);
  else if (values.jsonl) await answerJsonLines(await openCatalog(CATALOG), process.stdin, process.stdout);
  else write(await answer(positionals.length > 0 ? positionals.join(" ") : await readInput(), values.json === true));
}

async function answer(text: string, asJson: boolean): Promise<string> {
  const catalog = await openCatalog(CATALOG);
  const { finding } = createUnderstand(catalog)(text);
  if (asJson) return `${JSON.stringify(finding, undefined, 2)}\n`;
  const aside = composeAside(catalog, finding);
  const card = composeCard(catalog, finding);
  return renderTerminal(
    aside ? showAside(card, aside.forOne) : card,
    terminalSurface(process.stdout.columns, prefersColor(process.stdout)),
  );
}

async function readInput(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    text += chunk;
    if (text.length <= INPUT_MAX_CHARS) continue;
    process.stderr.write(`Read the first ${INPUT_MAX_CHARS / 1024} KB of the input; the rest was left unread.\n`);
    return text.slice(0, INPUT_MAX_CHARS);
  }
  return text;
}

function write(text: string): void {
  process.stdout.write(text);
}

/** A reader that has seen enough (`teapot 4xx | head -1`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

main().catch((error: NodeJS.ErrnoException) => {
  const wrongUsage = error.code?.startsWith("ERR_PARSE_ARGS");
  process.stderr.write(wrongUsage ? `${error.message}\n\n${USAGE}` : `teapot: ${error.message}\n`);
  process.exitCode = wrongUsage ? 2 : 1;
});
