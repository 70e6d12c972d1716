#!/usr/bin/env node
/** The `teapot` command: a question or a log in, a reply out. Exit codes: 0 answered, 1 failed, 2 wrong usage. */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { renderTerminal } from "../adapters/terminal/render-terminal.js";
import { terminalSurface } from "../adapters/terminal/terminal-surface.js";
import type { Finding } from "./answer/finding.js";
import { createTextStream } from "./answer/text-stream.js";
import { createUnderstand } from "./answer/understand.js";
import { composeCard } from "./card/compose-card.js";
import { composeAside, showAside } from "./card/log-secrets.js";
import type { Catalog } from "./catalog/catalog.js";
import { answerJsonLines } from "./cli/json-lines.js";
import { prefersColor } from "./config.js";
import { openCatalog } from "./open-catalog.js";
import { readUtf8 } from "./ops/read-utf8.js";

const CATALOG = new URL("../data/catalog.json", import.meta.url);
const PACKAGE = new URL("../../package.json", import.meta.url);

const USAGE = `Usage: teapot [options] [question...]

Explains HTTP status codes, and logs that tell of them. Without a question it reads one, or a log of any size, from
standard input.

  teapot 401                 a code
  teapot too many requests   a name, typos included
  teapot 401 vs 403          a comparison
  teapot 4xx                 a class
  teapot access.log          a log in a file
  kubectl logs api | teapot  a log as it comes, to its end or Ctrl+C

Options:
  --json       print what was found as JSON instead of text
  --jsonl      answer many: one JSON question a line in, one JSON answer a line out
  --help       print this
  --version    print the version

Colors are off when the output is not a terminal, and with NO_COLOR.
`;

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
  else write(await answer(positionals, values.json === true));
}

async function answer(given: readonly string[], asJson: boolean): Promise<string> {
  const catalog = await openCatalog(CATALOG);
  const finding = await find(catalog, given);
  if (!finding) throw new Error("nothing in the input tells of an HTTP status");
  if (asJson) return `${JSON.stringify(finding, undefined, 2)}\n`;
  const aside = composeAside(catalog, finding);
  const card = composeCard(catalog, finding);
  return renderTerminal(
    aside ? showAside(card, aside.forOne) : card,
    terminalSurface(process.stdout.columns, prefersColor(process.stdout)),
  );
}

/** Undefined for a long text that is no log. */
async function find(catalog: Catalog, given: readonly string[]): Promise<Finding | undefined> {
  const path = namedFile(given);
  if (given.length > 0 && path === undefined) return createUnderstand(catalog)(given.join(" ")).finding;
  const text = createTextStream(catalog);
  process.once("SIGINT", () => {}); // of `kubectl logs -f api | teapot` it ends the writer, and then the log is all there
  let isEmpty = true;
  for await (const chunk of readUtf8(path === undefined ? process.stdin : createReadStream(path))) {
    isEmpty &&= chunk.every((byte) => byte <= SPACE);
    text.push(chunk);
  }
  if (isEmpty) throw new Error(`${path ?? "standard input"} is empty`);
  return text.end();
}

/**
 * The one argument, where it looks like the path of a file that is there: "404" is a code, whatever lies in the folder.
 * Throws where it can be nothing but a path, and there is no file.
 */
function namedFile([path = "", ...more]: readonly string[]): string | undefined {
  if (more.length > 0 || !/[./\\]/.test(path)) return undefined;
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return path;
  if (found?.isDirectory()) throw new Error(`${path} is a folder; name a file in it`);
  if (LOOKS_LIKE_FILE.test(path)) throw new Error(`there is no file ${path}`);
  return undefined;
}

const SPACE = 32;
const LOOKS_LIKE_FILE = /^(?:\.{1,2}|~)[/\\]|\.(?:log|txt|out|err|jsonl?|ndjson|csv|tsv)$/i;

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
