/** The built program with two platforms: what happens to one does not happen to the other. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { slash } from "./adapters/discord/interaction-payloads.js";
import { TOKEN as DISCORD_TOKEN, type LocalDiscord, startLocalDiscord } from "./adapters/discord/local-discord.js";
import { type LocalSlack, startLocalSlack } from "./adapters/slack/local-slack.js";
import { GUARD_FOR_CHILD } from "./adapters/slack/loopback.js";
import { createPeople } from "./adapters/slack/people.js";
import { APP_TOKEN, BOT_TOKEN } from "./adapters/slack/slack-state.js";
import { until } from "./adapters/slack/until.js";
import { createWire } from "./adapters/slack/wire.js";

const MAIN = fileURLToPath(new URL("../dist/src/main.js", import.meta.url));

interface Running {
  readonly slack: LocalSlack;
  readonly discord: LocalDiscord;
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly exit: Promise<number | null>;
  said(msg: string): boolean;
  /** What it complained of. */
  complaints(): readonly string[];
}

const open: Running[] = [];

afterEach(async () => {
  for (const { child, slack, discord } of open.splice(0)) {
    child.kill("SIGKILL");
    await Promise.all([slack.close(), discord.stop()]);
    expect([...slack.faults, ...discord.problems]).toEqual([]);
  }
});

async function run(tokens: { slack?: string; discord?: string }, missingModule = ""): Promise<Running> {
  const [slack, discord] = await Promise.all([startLocalSlack(), startLocalDiscord()]);
  const child = spawn(process.execPath, ["--import", GUARD_FOR_CHILD, "--import", without(missingModule), MAIN], {
    cwd: tmpdir(), // where no .env can be
    env: {
      ...{ PATH: process.env["PATH"], PORT: "0", SLACK_API_URL: slack.apiUrl, DISCORD_API_URL: discord.apiUrl },
      ...{ SLACK_BOT_TOKEN: tokens.slack ?? BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN },
      ...{ DISCORD_TOKEN: tokens.discord ?? DISCORD_TOKEN },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
  const running: Running = {
    ...{ slack, discord, child },
    exit: new Promise((resolve) => child.once("close", resolve)),
    said: (msg) => output.includes(msg),
    complaints: () => output.split("\n").filter((line) => line !== "" && !line.includes('"level":"info"')),
  };
  open.push(running);
  return running;
}

/** For `node --import`: a module that cannot be loaded. */
function without(name: string): string {
  const hook = `export async function resolve(name, context, next) {
    if (name === ${JSON.stringify(name)}) throw new Error(name + " is broken");
    return next(name, context);
  }`;
  const url = `data:text/javascript,${encodeURIComponent(hook)}`;
  return `data:text/javascript,${encodeURIComponent(`import { register } from "node:module"; register(${JSON.stringify(url)});`)}`;
}

async function answersOnSlack({ slack }: Running): Promise<void> {
  const people = createPeople(slack, createWire("socket", slack, ""));
  expect((await people.command("401"))?.text).toMatch(/^401 Unauthorized/);
}

async function answersOnDiscord({ discord }: Running): Promise<void> {
  expect((await discord.interact(slash("429"))).data.content).toContain("429 Too Many Requests");
}

async function stops({ child, exit }: Running): Promise<void> {
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
}

describe("the program on two platforms", () => {
  it("answers on both", async () => {
    const running = await run({});
    await until("both", () => running.said("slack is connected") && running.said("discord is connected"));
    await answersOnSlack(running);
    await answersOnDiscord(running);
    await stops(running);
    expect(running.complaints()).toEqual([]);
  });

  it.each([
    ["its token is refused", { slack: "xoxb-wrong" }, "", /Slack does not accept SLACK_BOT_TOKEN/],
    ["its adapter cannot be loaded", {}, "@slack/bolt", /@slack\/bolt is broken/],
  ])(
    "says once what is wrong with Slack when %s, and lives on on Discord",
    async (_what, tokens, module, complaint) => {
      const running = await run(tokens, module);
      await until("both to be settled", () => running.said("discord is connected") && running.complaints().length > 0);
      await answersOnDiscord(running);
      await stops(running);
      expect(running.complaints()).toEqual([expect.stringMatching(complaint)]);
    },
  );

  it.each([
    ["its token is refused", { discord: "wrong" }, "", /DISCORD_TOKEN/],
    ["its adapter cannot be loaded", {}, "discord.js", /discord\.js is broken/],
  ])(
    "says once what is wrong with Discord when %s, and lives on on Slack",
    async (_what, tokens, module, complaint) => {
      const running = await run(tokens, module);
      await until("both to be settled", () => running.said("slack is connected") && running.complaints().length > 0);
      await answersOnSlack(running);
      await stops(running);
      expect(running.complaints()).toEqual([expect.stringMatching(complaint)]);
    },
  );

  it("ends with 1 when neither is left, with one message for each", async () => {
    const running = await run({ slack: "xoxb-wrong", discord: "wrong" });
    expect(await running.exit).toBe(1);
    expect(running.complaints()).toHaveLength(2);
  });
});
