/** `npm run bench`: how long an answer takes in process, and how long `teapot 401` takes beside a bare Node. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import Fuse from "fuse.js";
import { answeredStatuses } from "../../src/answer/finding.js";
import { createUnderstand } from "../../src/answer/understand.js";
import { composeCard } from "../../src/card/compose-card.js";
import { loadCatalog } from "../../src/catalog/load-catalog.js";
import { createSuggest } from "../../src/question/suggest.js";
import { type SampleQuestion, sampleQuestions } from "../question/ask-questions.js";

const ROUNDS = 2_000;
const START_RUNS = 21;
const CLI = fileURLToPath(new URL("../../src/cli.js", import.meta.url));
const catalog = loadCatalog(new URL("../../data/catalog.json", import.meta.url));

const KINDS: Record<
  string,
  { readonly bar: { readonly p50: number; readonly p99?: number }; readonly texts: readonly string[] }
> = {
  code: { bar: { p50: 50 }, texts: ["401", "HTTP 502", "e404", "what does 409 mean?", "nginx 499"] },
  comparison: {
    bar: { p50: 1_000 },
    texts: ["401 vs 403", "301 302 307 308", "unauthorized or forbidden", "200 vs 404"],
  },
  fuzzy: {
    bar: { p50: 1_000, p99: 5_000 },
    texts: ["not fuond", "tooo many reqeusts", "intenral server eror", "bad gatewya"],
  },
  nothing: { bar: { p50: 1_000, p99: 5_000 }, texts: ["whats for lunch", "anyone have a regex for phone numbers"] },
  long: {
    bar: { p50: 1_000, p99: 5_000 },
    texts: ["the quick brown fox jumps over the lazy dog ".repeat(40), "reqeust ".repeat(300), "x".repeat(10_000)],
  },
};

const understand = createUnderstand(catalog);

/** Microseconds per answer, sorted. */
function time(texts: readonly string[], rounds: number): number[] {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const text of texts) {
      const start = process.hrtime.bigint();
      composeCard(catalog, understand(text).finding);
      times.push(Number(process.hrtime.bigint() - start) / 1_000);
    }
  }
  return times.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function verdict(value: number, bar: number | undefined): string {
  if (bar === undefined) return "";
  return value <= bar ? `(bar ${bar}: met)` : `(bar ${bar}: MISSED)`;
}

function benchAnswers(): void {
  console.log("An answer in process, microseconds");
  for (const [kind, { texts, bar }] of Object.entries(KINDS)) {
    time(texts, 200);
    const times = time(texts, kind === "long" ? ROUNDS / 10 : ROUNDS);
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    console.log(
      `  ${kind.padEnd(11)} p50 ${p50.toFixed(0).padStart(6)} ${verdict(p50, bar.p50)}  p99 ${p99.toFixed(0).padStart(6)} ${verdict(p99, bar.p99)}`,
    );
  }
}

interface Contestant {
  readonly name: string;
  readonly codes: (text: string) => readonly number[];
}

/** Plain Fuse.js over phrase and description, as most bots do it, beside the whole understanding. */
function benchAccuracy(): void {
  const fuse = new Fuse(catalog.statuses, {
    keys: ["phrase", "summary", "meaning"],
    threshold: 0.4,
    ignoreLocation: true,
  });
  const contestants: readonly Contestant[] = [
    { name: "teapot", codes: (text) => answeredStatuses(understand(text).finding).map(({ code }) => code) },
    { name: "plain Fuse.js", codes: (text) => fuse.search(text, { limit: 1 }).map(({ item }) => item.code) },
  ];
  const kinds = new Set(
    sampleQuestions.map(({ kind }) => kind).filter((kind) => kind !== "class" && kind !== "method"),
  );
  console.log("\nFirst code right, and milliseconds, on the same questions");
  for (const kind of kinds) {
    const questions = sampleQuestions.filter((question) => question.kind === kind);
    console.log(`  ${kind.padEnd(8)} ${contestants.map((contestant) => compete(contestant, questions)).join("   ")}`);
  }
}

function compete({ name, codes }: Contestant, questions: readonly SampleQuestion[]): string {
  const times: number[] = [];
  let right = 0;
  for (const { text, expected, kind } of questions) {
    const start = process.hrtime.bigint();
    const found = codes(text);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
    const isRight =
      kind === "compare"
        ? expected.every((code) => found.includes(Number(code)))
        : expected.includes(String(found[0] ?? ""));
    if (isRight || (expected.length === 0 && found.length === 0)) right += 1;
  }
  times.sort((a, b) => a - b);
  return `${name} ${right}/${questions.length} p50 ${quantile(times, 0.5).toFixed(2)} p99 ${quantile(times, 0.99).toFixed(2)}`;
}

function benchSuggest(): void {
  const suggest = createSuggest(catalog);
  const typed = ["4", "40", "404", "not", "gate", "too many", "login", "zzz", ""];
  const times = typed
    .flatMap((text) => Array.from({ length: 200 }, () => timeOne(() => suggest(text, 25))))
    .sort((a, b) => a - b);
  const p50 = quantile(times, 0.5);
  console.log(
    `\nAutocomplete, microseconds\n  p50 ${p50.toFixed(0)} ${verdict(p50, 1_000)}  p99 ${quantile(times, 0.99).toFixed(0)}`,
  );
}

function timeOne(run: () => void): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1_000;
}

function startMs(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: "ignore" });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function benchStart(): void {
  const bare: number[] = [];
  const teapot: number[] = [];
  for (let index = 0; index < START_RUNS; index++) {
    bare.push(startMs(["-e", "0"]));
    teapot.push(startMs([CLI, "401"]));
  }
  const [a, b] = [bare, teapot].map((times) =>
    quantile(
      [...times].sort((x, y) => x - y),
      0.5,
    ),
  );
  const ratio = (b ?? 0) / (a ?? 1);
  console.log(
    `\nStart, median of ${START_RUNS} interleaved runs\n  node -e 0   ${a?.toFixed(0)} ms\n  teapot 401  ${b?.toFixed(0)} ms\n  ratio       ${ratio.toFixed(2)} ${verdict(ratio, 1.5)}`,
  );
}

benchAnswers();
benchAccuracy();
benchSuggest();
benchStart();
