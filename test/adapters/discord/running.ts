/** The adapter connected to a local Discord, and what every test checks when it is over. */
import { afterEach, expect } from "vitest";
import { createDiscordAdapter } from "../../../adapters/discord/discord-adapter.js";
import type { Adapter, AdapterError, Bot } from "../../../src/bot/bot.js";
import { createBot } from "../../../src/bot/create-bot.js";
import { createLogger } from "../../../src/ops/logger.js";
import { catalog } from "../../catalog.js";
import { typing } from "./interaction-payloads.js";
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord, TOKEN } from "./local-discord.js";
import type { PostedByBot } from "./local-rest.js";
import { takeStrangers } from "./loopback.js";
import type { RawMessage } from "./payloads.js";

export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface Running {
  readonly discord: LocalDiscord;
  readonly adapter: Adapter;
  /** Why the adapter gave up. */
  readonly downs: readonly AdapterError[];
  logs(): readonly LogLine[];
  lines(level: "info" | "warn" | "error"): readonly LogLine[];
  /** Somebody writes a message. */
  say(message: RawMessage): void;
  /** The reply to a message, once it is there. */
  replyTo(message: RawMessage): Promise<PostedByBot>;
  /** Somebody writes a message, and the bot replies. */
  ask(message: RawMessage): Promise<PostedByBot>;
  /** Resolves when all that was sent before has been dealt with. The adapter is stopped then. */
  finish(): Promise<void>;
}

export interface RunningOptions extends LocalDiscordOptions {
  readonly bot?: Bot;
  /** Where the adapter looks for Discord, if not at the local one. */
  readonly at?: string;
  /** False leaves it to the test to start the adapter. */
  readonly starts?: boolean;
}

const open: (() => Promise<void>)[] = [];

export async function run(options: RunningOptions = {}): Promise<Running> {
  const { bot = createBot(catalog), at, starts = true } = options;
  const discord = await startLocalDiscord(options);
  const lines: string[] = [];
  const downs: AdapterError[] = [];
  const said: string[] = [];
  const adapter = createDiscordAdapter({
    bot,
    logger: createLogger("debug", { write: (line) => void lines.push(line) }),
    onDown: (_, error) => void downs.push(error),
    config: { token: TOKEN, apiUrl: at ?? discord.apiUrl },
    tuning: { requestsPerSecond: 50, backoffFirstMs: 20 },
  });
  open.push(async () => {
    await adapter.stop();
    await discord.stop();
    expect(discord.problems).toEqual([]);
    const log = lines.join("");
    for (const secret of [TOKEN, ...discord.interactionTokens.values(), ...said]) expect(log).not.toContain(secret);
  });
  if (starts) await adapter.start();

  const logs = (): LogLine[] => lines.map((line) => JSON.parse(line));
  const replyTo = (message: RawMessage) =>
    until(
      () => [...discord.messages.values()].find(({ nonce }) => nonce === message.id),
      `a reply to ${message.content}`,
    );
  const say = (message: RawMessage) => {
    if (message.content.length > 3) said.push(message.content);
    discord.gateway.dispatch("MESSAGE_CREATE", message);
  };
  return {
    discord,
    adapter,
    downs,
    logs,
    lines: (level) => logs().filter((line) => line.level === level),
    say,
    replyTo,
    ask: (message) => {
      say(message);
      return replyTo(message);
    },
    finish: async () => {
      await discord.interact(typing("4")); // events arrive in order
      await adapter.stop();
    },
  };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
  expect(takeStrangers()).toEqual([]);
});

const DEADLINE_MS = 20_000;
const POLL_MS = 5;

/** Waits for something that is there, and is neither false nor 0. Throws, naming what was waited for, when it does not come. */
export async function until<T>(find: () => T | undefined | false | 0, what: string): Promise<T> {
  for (const start = performance.now(); performance.now() - start < DEADLINE_MS; ) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${what} did not come within ${DEADLINE_MS / 1000} s`);
}
