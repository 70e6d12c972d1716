/**
 * `npm run bench:slack`: Teapot beside a bare Bolt echo app, in HTTP mode, on one local server, in turns: signed commands
 * a second, mentions a second, memory at rest. Exits with 1 below the bars of the design.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const RATIO_MIN = 0.9;
const MEMORY_MAX_MB = 45;
/** Both get as long to be compiled as they need; these rounds do not count. */
const WARM_UP_ROUNDS = 6;
const ROUNDS = 15;
const REQUESTS_PER_ROUND = 1_500;
const IN_FLIGHT = 16;
const SECRET = "bench";
const QUESTIONS = ["401", "502", "404 not found", "401 vs 403", "too many requests", "what is 301", "fix 502", "4xx"];

interface Contestant {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: number;
  readonly restMb: number;
}

type Load = "commands" | "mentions";

/** Answers every method with ok, and tells `onPost` of each message. */
function startApi(onPost: () => void): Promise<Server> {
  const identity = JSON.stringify({ ok: true, user_id: "U0BOT", bot_id: "B0BOT", user: "teapot", team_id: "T1" });
  const server = createServer((message, response) => {
    message.resume().once("end", () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(message.url?.endsWith("auth.test") ? identity : '{"ok":true,"ts":"1.1"}');
      if (message.url?.endsWith("chat.postMessage")) onPost();
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function start(name: string, script: string, api: Server): Promise<Contestant> {
  const env = {
    PATH: process.env["PATH"],
    SLACK_BOT_TOKEN: "xoxb-bench",
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}/api/`,
    PORT: "0",
  };
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path], { env, stdio: ["ignore", "pipe", "inherit"] });
  const port = await portOf(child);
  await ready(port);
  return { name, child, port, restMb: residentMb(child) };
}

/** Both say where they listen in a line of JSON. */
function portOf({ stdout }: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    stdout?.on("data", (chunk: Buffer) => {
      const found = /"port":(\d+)/.exec(String(chunk));
      if (found) resolve(Number(found[1]));
    });
  });
}

async function ready(port: number): Promise<void> {
  while ((await post(port, commandBody("401"))) !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Linux only; NaN elsewhere. */
function residentMb({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });

/** Signed as Slack signs. Resolves with the HTTP status. */
function post(port: number, { type, body }: { type: string; body: string }): Promise<number> {
  const at = Math.floor(Date.now() / 1000);
  const signature = `v0=${createHmac("sha256", SECRET).update(`v0:${at}:${body}`).digest("hex")}`;
  const headers = {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": at,
    "x-slack-signature": signature,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", path: "/slack/events", method: "POST", agent, headers }, (got) => {
      got.resume().once("end", () => resolve(got.statusCode ?? 0));
    });
    sent.once("error", reject).end(body);
  });
}

function commandBody(text: string) {
  const fields = {
    ...{ command: "/http", text, user_id: "U1", user_name: "ann", channel_id: "C1", channel_name: "ops" },
    ...{ team_id: "T1", team_domain: "kitchen", api_app_id: "A1", token: "legacy", trigger_id: "1.2.3" },
    response_url: "http://127.0.0.1:1/response",
  };
  return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(fields).toString() };
}

let messages = 0;

function mentionBody(text: string) {
  messages += 1;
  const ts = `${1_763_690_000 + Math.floor(messages / 1e6)}.${String(messages % 1e6).padStart(6, "0")}`;
  const element = {
    type: "rich_text_section",
    elements: [
      { type: "user", user_id: "U0BOT" },
      { type: "text", text },
    ],
  };
  const event = {
    ...{ type: "app_mention", user: "U1", channel: "C1", ts, event_ts: ts, text: `<@U0BOT> ${text}` },
    blocks: [{ type: "rich_text", elements: [element] }],
  };
  const authorizations = [{ enterprise_id: null, team_id: "T1", user_id: "U0BOT", is_bot: true }];
  const body = {
    type: "event_callback",
    team_id: "T1",
    api_app_id: "A1",
    event_id: `Ev${messages}`,
    event,
    authorizations,
  };
  return { type: "application/json", body: JSON.stringify(body) };
}

/** Sends `count` requests, IN_FLIGHT at a time; resolves with the rate a second. A mention ends with its reply. */
async function measure({ port }: Contestant, load: Load, count: number, replies: Replies): Promise<number> {
  const started = process.hrtime.bigint();
  let sent = 0;
  const worker = async () => {
    while (sent < count) {
      const text = QUESTIONS[sent++ % QUESTIONS.length] ?? "401";
      const replied = load === "mentions" ? replies.next() : undefined;
      const status = await post(port, load === "commands" ? commandBody(text) : mentionBody(text));
      if (status !== 200) throw new Error(`a request got ${status}`);
      await replied;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return count / (Number(process.hrtime.bigint() - started) / 1e9);
}

interface Replies {
  /** Resolves with the next reply that nobody waits for yet. */
  next(): Promise<void>;
  arrived(): void;
}

function createReplies(): Replies {
  const waiting: (() => void)[] = [];
  return {
    next: () => new Promise((resolve) => void waiting.push(resolve)),
    arrived: () => waiting.shift()?.(),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Rates of both in turns, so that whatever else the machine does hits both. */
async function compare(
  load: Load,
  [teapot, bare]: readonly [Contestant, Contestant],
  replies: Replies,
): Promise<number> {
  const rates: { teapot: number; bare: number }[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    const first = round % 2 === 0 ? teapot : bare;
    const second = first === teapot ? bare : teapot;
    const rateOf = new Map([
      [first, await measure(first, load, REQUESTS_PER_ROUND, replies)],
      [second, await measure(second, load, REQUESTS_PER_ROUND, replies)],
    ]);
    rates.push({ teapot: rateOf.get(teapot) ?? 0, bare: rateOf.get(bare) ?? 0 });
  }
  const counted = rates.slice(WARM_UP_ROUNDS);
  const ratio = median(counted.map((rate) => rate.teapot / rate.bare));
  const [ours, theirs] = [median(counted.map((rate) => rate.teapot)), median(counted.map((rate) => rate.bare))];
  print(
    `${load} a second`,
    `${ours.toFixed(0)} teapot, ${theirs.toFixed(0)} bare Bolt`,
    ratio >= RATIO_MIN,
    ratio.toFixed(2),
  );
  return ratio;
}

function print(what: string, figures: string, isGood: boolean, result: string): void {
  process.stdout.write(`${what.padEnd(20)} ${figures.padEnd(40)} ${result}  ${isGood ? "ok" : "BELOW THE BAR"}\n`);
}

const replies = createReplies();
const api = await startApi(replies.arrived);
const contestants = [
  await start("teapot", "../../src/main.js", api),
  await start("bare Bolt", "bare-bolt.js", api),
] as const;
const [teapot, bare] = contestants;
const moreMb = teapot.restMb - bare.restMb;
const ratios = [await compare("commands", contestants, replies), await compare("mentions", contestants, replies)];
const memory = `${teapot.restMb.toFixed(0)} MB teapot, ${bare.restMb.toFixed(0)} MB bare Bolt`;
print("memory at rest", memory, !(moreMb > MEMORY_MAX_MB), `+${moreMb.toFixed(0)} MB`);
for (const { child } of contestants) child.kill("SIGTERM");
api.close();
agent.destroy();
process.exitCode = ratios.every((ratio) => ratio >= RATIO_MIN) && !(moreMb > MEMORY_MAX_MB) ? 0 : 1;
