/** A local Slack with Teapot in it, in this process, and people to talk to it. */
import { afterEach, expect } from "vitest";
import { createSlackAdapter } from "../../../adapters/slack/slack-adapter.js";
import type { Adapter, AdapterError, Bot } from "../../../src/bot/bot.js";
import { createBot } from "../../../src/bot/create-bot.js";
import type { SlackConfig } from "../../../src/config.js";
import { createLogger } from "../../../src/ops/logger.js";
import { createWebServer } from "../../../src/ops/web-server.js";
import { catalog } from "../../catalog.js";
import { type LocalSlack, startLocalSlack } from "./local-slack.js";
import { escapes } from "./loopback.js";
import { createPeople, type People } from "./people.js";
import { APP_TOKEN, BOT, BOT_TOKEN, type Shown, SIGNING_SECRET } from "./slack-state.js";
import { createWire, type Mode, type Wire } from "./wire.js";

export const MODES: readonly Mode[] = ["socket", "http"];

export interface Kitchen extends People {
  readonly slack: LocalSlack;
  readonly wire: Wire;
  readonly adapter: Adapter;
  readonly url: string;
  /** Lines of the log, parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** Why the adapter gave up for good, if it did. */
  readonly lost: readonly AdapterError[];
  /** What Teapot has written and not taken back. */
  replies(): readonly Shown[];
  /** Stops Teapot, which finishes what it has acknowledged. */
  stop(): Promise<void>;
}

export interface KitchenOptions {
  readonly bot?: (real: Bot) => Bot;
  readonly config?: Partial<SlackConfig>;
}

/** Of the test that is running; `afterEach` closes what it opened and looks for faults. */
let open: Kitchen[] = [];

afterEach(async () => {
  const kitchens = open;
  open = [];
  for (const { stop, slack } of kitchens) {
    await stop();
    await slack.close();
  }
  expect(kitchens.flatMap(({ slack }) => slack.faults)).toEqual([]);
  expect(escapes).toEqual([]);
});

/** Teapot is up when this resolves. */
export async function openKitchen(mode: Mode, options: KitchenOptions = {}): Promise<Kitchen> {
  const kitchen = await prepareKitchen(mode, options);
  await kitchen.adapter.start();
  return kitchen;
}

/** The same, before Teapot is started. */
export async function prepareKitchen(mode: Mode, options: KitchenOptions = {}): Promise<Kitchen> {
  const slack = await startLocalSlack();
  const [log, lost]: [Record<string, unknown>[], AdapterError[]] = [[], []];
  const logger = createLogger("debug", { write: (line) => void log.push(JSON.parse(line)) });
  const web = createWebServer();
  const real = createBot(catalog);
  const config = configOf(mode, slack.apiUrl, options.config);
  const bot = options.bot?.(real) ?? real;
  const adapter = createSlackAdapter({ bot, logger, web, config, onDown: (_adapter, error) => void lost.push(error) });
  const url = `http://127.0.0.1:${await web.start(0, "127.0.0.1")}`;
  const wire = createWire(mode, slack, url);
  let stopping: Promise<unknown> | undefined;
  const kitchen: Kitchen = {
    ...createPeople(slack, wire),
    ...{ slack, wire, adapter, url, log, lost },
    replies: () => slack.state.messages.filter(({ by, deleted }) => by === BOT.user && !deleted),
    stop: async () => {
      stopping ??= Promise.all([adapter.stop(), web.stop()]);
      await stopping;
    },
  };
  open.push(kitchen);
  return kitchen;
}

function configOf(mode: Mode, apiUrl: string, more: Partial<SlackConfig> = {}): SlackConfig {
  const base = { botToken: BOT_TOKEN, apiUrl };
  const config: SlackConfig =
    mode === "socket" ? { ...base, mode, appToken: APP_TOKEN } : { ...base, mode, signingSecret: SIGNING_SECRET };
  return { ...config, ...more } as SlackConfig;
}
