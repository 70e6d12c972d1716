import { type ChildProcessByStdio, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { MODES } from "./kitchen.js";
import { type LocalSlack, startLocalSlack } from "./local-slack.js";
import { GUARD_FOR_CHILD } from "./loopback.js";
import { createPeople } from "./people.js";
import { APP_TOKEN, BOT, BOT_TOKEN, SIGNING_SECRET } from "./slack-state.js";
import { until } from "./until.js";
import { createWire, type Mode } from "./wire.js";

const MAIN = fileURLToPath(new URL("../../../dist/src/main.js", import.meta.url));

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Lines of the log, parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly exit: Promise<number | null>;
}

const open: { slack: LocalSlack; running: Running }[] = [];

afterEach(async () => {
  for (const { slack, running } of open.splice(0)) {
    running.child.kill("SIGKILL");
    await slack.close();
    expect(slack.faults).toEqual([]);
  }
});

/** Starts the built program, connected to a local Slack only. */
async function run(mode: Mode, botToken = BOT_TOKEN) {
  const slack = await startLocalSlack();
  const transport = mode === "socket" ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET };
  const env = { PATH: process.env["PATH"], SLACK_BOT_TOKEN: botToken, SLACK_API_URL: slack.apiUrl, PORT: "0" };
  const child = spawn(process.execPath, ["--import", GUARD_FOR_CHILD, MAIN], {
    cwd: tmpdir(), // where no .env can be
    env: { ...env, ...transport },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const running = watch(child);
  open.push({ slack, running });
  return { slack, ...running };
}

function watch(child: Running["child"]): Running {
  let text = "";
  const log: Record<string, unknown>[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    const lines = `${text}${chunk}`.split("\n");
    text = lines.pop() ?? "";
    log.push(...lines.map((line) => JSON.parse(line) as Record<string, unknown>));
  });
  child.stderr.on("data", (chunk: Buffer) => void log.push({ stderr: String(chunk) }));
  return { child, log, exit: new Promise((resolve) => child.once("close", resolve)) };
}

const said = ({ log }: Running, msg: string) => log.find((line) => line["msg"] === msg);

describe.each(MODES)("the program over %s", (mode) => {
  it("answers, is healthy, and on SIGTERM finishes what it has acknowledged, then exits with 0", async () => {
    const { slack, ...running } = await run(mode);
    await until("the connection", () => said(running, "slack is connected"));
    const url = `http://127.0.0.1:${said(running, "listening")?.["port"]}`;
    const people = createPeople(slack, createWire(mode, slack, url));
    expect((await people.command("401"))?.text).toMatch(/^401 Unauthorized/);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ slack: "up" });

    let release = () => {};
    slack.trouble("chat.postMessage", { until: new Promise<void>((resolve) => (release = resolve)) });
    const ts = await people.say(`<@${BOT.user}> 502`);
    await until("the post to be under way", () => slack.calls.some(({ method }) => method === "chat.postMessage"));
    running.child.kill("SIGTERM");
    await until("the stop", () => said(running, "stopping"));
    release();
    expect(await running.exit).toBe(0);
    expect(slack.state.messages).toContainEqual(expect.objectContaining({ by: BOT.user, thread: ts }));
    expect(running.log.filter(({ level, stderr }) => level !== "info" || stderr)).toEqual([]);
  });

  it("says in one line that its token is refused, and exits with 1", async () => {
    const { slack: _, ...running } = await run(mode, "xoxb-wrong");
    expect(await running.exit).toBe(1);
    const complaints = running.log.filter(({ level, stderr }) => level !== "info" || stderr);
    expect(complaints).toEqual([
      expect.objectContaining({
        adapter: "slack",
        msg: expect.stringMatching(/^Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)\. Copy/),
      }),
    ]);
  });
});

describe("the program that is not connected to Slack", () => {
  it("does not import its adapter, which costs start-up time and memory", async () => {
    const report = "process.on('exit', () => console.error(JSON.stringify(Object.keys(Module._cache))))";
    const child = spawn(
      process.execPath,
      ["--import", `data:text/javascript,import Module from "node:module"; ${report}`, MAIN],
      { cwd: tmpdir(), env: { PATH: process.env["PATH"] }, stdio: ["ignore", "pipe", "pipe"] },
    );
    const loaded: string[] = [];
    child.stderr.on("data", (chunk: Buffer) => void loaded.push(String(chunk)));
    await new Promise((resolve) => child.once("close", resolve));
    expect(loaded.join("")).toContain("dotenv");
    expect(loaded.join("")).not.toContain("@slack");
  });
});
