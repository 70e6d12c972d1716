/** `npm run bench:logs`: how fast logs are read, beside the tools that are made for it where they are installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createUnderstand } from "../../src/answer/understand.js";
import { composeCard } from "../../src/card/compose-card.js";
import { loadCatalog } from "../../src/catalog/load-catalog.js";
import { readData } from "../../src/catalog/read-data.js";
import { createLogReader } from "../../src/log/log-reader.js";
import { ADVERSARIAL, generate, LOGS, SHORT_LINES } from "./log-texts.js";

const BAR_MB_PER_S = 100;
const WORST_MB_PER_S = BAR_MB_PER_S / 4;
const PASTE_LINES = 2_000;
const PASTE_BAR_MS = 20;
/** A line that tells of a failure may cost more than its bytes. */
const LINE_BAR_US = 10;
const CHUNK_BYTES = 64 * 1024;
const MEGABYTE = 1e6;
/** The largest first: the others find the code warm. */
const SIZES = { "64 MB": 64e6, "1 MB": 1e6, "1 KB": 1e3 };
const DATA = fileURLToPath(new URL("../../../data", import.meta.url));

const catalog = loadCatalog(new URL("../../data/catalog.json", import.meta.url));
/** One for all logs, as the bot has it. */
const reader = createLogReader(catalog);

function read(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) reader.push(bytes.subarray(at, at + CHUNK_BYTES));
  return reader.end();
}

/** Megabytes a second, the best of some runs: what else the machine does only makes it slower. */
function speedOf(bytes: Uint8Array, runs = 5): number {
  const rounds = Math.max(1, Math.floor(2e6 / bytes.length));
  let best = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    for (let round = 0; round < rounds; round++) read(bytes);
    best = Math.max(best, (bytes.length * rounds) / (performance.now() - start) / 1e3);
  }
  return best;
}

let missed = 0;

function verdict(isMet: boolean, bar: string): string {
  if (!isMet) missed += 1;
  return `(bar ${bar}: ${isMet ? "met" : "MISSED"})`;
}

function benchLogs(): void {
  console.log("Reading in memory with grouping, MB/s");
  for (const [name, piece] of Object.entries(LOGS)) {
    const speeds = Object.entries(SIZES).map(([size, bytes]) => [size, speedOf(generate(piece, bytes), 3)] as const);
    const slowest = Math.min(...speeds.slice(0, 2).map(([, speed]) => speed));
    const shown = speeds.map(([size, speed]) => `${size} ${speed.toFixed(0).padStart(4)}`).join("   ");
    console.log(`  ${name.padEnd(13)} ${shown}   ${verdict(slowest >= BAR_MB_PER_S, `${BAR_MB_PER_S} from 1 MB on`)}`);
  }
}

function benchAdversarial(): void {
  console.log("\nInputs made to be slow, MB/s, and the time of twice as much");
  for (const [name, make] of Object.entries(ADVERSARIAL)) {
    const bytes = make();
    const [half, whole] = [speedOf(bytes.subarray(0, bytes.length / 2), 3), speedOf(bytes, 3)];
    const isMet = whole >= WORST_MB_PER_S && 2 * (half / whole) < DOUBLING_MAX;
    console.log(
      `  ${name.padEnd(26)} ${whole.toFixed(0).padStart(4)}   ×${(2 * (half / whole)).toFixed(1)}   ${verdict(isMet, `${WORST_MB_PER_S}, ×${DOUBLING_MAX}`)}`,
    );
  }
}

function benchShortLines(): void {
  console.log("\nLines that are short, or all of them failures, microseconds a line");
  for (const [name, line] of Object.entries(SHORT_LINES)) {
    const perLine = line.length / speedOf(Buffer.alloc(4e6, line), 3);
    console.log(
      `  ${name.padEnd(26)} ${perLine.toFixed(2).padStart(5)}   ${verdict(perLine <= LINE_BAR_US, `${LINE_BAR_US}`)}`,
    );
  }
}

/** Twice the input takes twice the time; more than this is no noise. */
const DOUBLING_MAX = 3;

/** Every text in the data files, samples and literals alike, repeated on one line and on many, at two lengths. */
function benchRules(): void {
  const { files } = readData(DATA);
  const texts = files
    .filter(({ path }) => path.startsWith("log-"))
    .flatMap(({ path, value }) => textsIn(value).map((text) => ({ path, text })));
  const slow = texts.flatMap(({ path, text }) =>
    [text.replaceAll("\n", " "), `${text}\n`].flatMap((unit) => {
      const problem = slowness(unit);
      return problem ? [`${path}: ${problem}: ${JSON.stringify(text.slice(0, 80))}`] : [];
    }),
  );
  console.log(
    `\n${texts.length} texts of data/log-*, repeated to ${RULE_BYTES / 1e3} and ${(2 * RULE_BYTES) / 1e3} KB:`,
  );
  console.log(`  ${slow.length} not linear, or over ${LINE_BAR_US} µs a line ${verdict(slow.length === 0, "0")}`);
  for (const problem of slow.slice(0, 20)) console.log(`  ${problem}`);
}

const RULE_BYTES = 64e3;

function slowness(unit: string): string | undefined {
  const [once = 1, twice = 1] = [RULE_BYTES, 2 * RULE_BYTES].map((size) => timeOf(Buffer.alloc(size, unit)));
  const lines = ((2 * RULE_BYTES) / unit.length) * (unit.split("\n").length - 1 || 1);
  const perLine = (twice / lines) * 1e3;
  if (perLine > LINE_BAR_US) return `${perLine.toFixed(1)} µs a line`;
  return twice / once > DOUBLING_MAX && twice > 2 ? `×${(twice / once).toFixed(1)}` : undefined;
}

/** Milliseconds, the best of some runs. */
function timeOf(bytes: Uint8Array): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4; run++) {
    const start = performance.now();
    read(bytes);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Strings of some length anywhere in a file. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length > 2 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function benchPaste(): void {
  const understand = createUnderstand(catalog);
  const paste = generate(LOGS["nginx"] ?? (() => ""), 1e6)
    .toString()
    .split("\n")
    .slice(0, PASTE_LINES)
    .join("\n");
  const times = Array.from({ length: 31 }, () => {
    const start = performance.now();
    composeCard(catalog, understand(paste).finding);
    return performance.now() - start;
  });
  const median = [...times].sort((a, b) => a - b)[15] ?? 0;
  console.log(
    `\nA paste of ${PASTE_LINES} lines, ${Math.round(paste.length / 1e3)} KB, to a card: the first ${times[0]?.toFixed(1)} ms, median ${median.toFixed(1)} ms ${verdict(median < PASTE_BAR_MS, `${PASTE_BAR_MS} ms`)}`,
  );
}

interface Peer {
  readonly name: string;
  readonly command: string;
  readonly args: (file: string) => readonly string[];
}

const PEERS: readonly Peer[] = [
  { name: "goaccess", command: "goaccess", args: (file) => [file, "--log-format=COMBINED", "-o", "/dev/null.json"] },
  {
    name: "lnav",
    command: "lnav",
    args: (file) => ["-n", "-c", ";SELECT sc_status, count(*) FROM access_log GROUP BY 1", file],
  },
  { name: "ripgrep, counting a pattern", command: "rg", args: (file) => ["-c", '" 5\\d\\d ', file] },
];

function benchPeers(): void {
  const bytes = generate(LOGS["nginx"] ?? (() => ""), SIZES["64 MB"]);
  const folder = mkdtempSync(join(tmpdir(), "teapot-bench-"));
  const file = join(folder, "access.log");
  writeFileSync(file, bytes);
  console.log("\nThe same 64 MB of nginx's log, MB/s");
  console.log(`  teapot, in memory            ${speedOf(bytes, 3).toFixed(0).padStart(4)}`);
  for (const { name, command, args } of PEERS) {
    const start = performance.now();
    const { error } = spawnSync(command, args(file), { stdio: "ignore" });
    const speed = bytes.length / MEGABYTE / ((performance.now() - start) / 1e3);
    console.log(`  ${name.padEnd(28)} ${error ? "not installed" : speed.toFixed(0).padStart(4)}`);
  }
  rmSync(folder, { recursive: true });
}

benchLogs();
benchAdversarial();
benchShortLines();
benchRules();
benchPaste();
benchPeers();
if (missed > 0) {
  console.log(`\n${missed} missed`);
  process.exitCode = 1;
}
