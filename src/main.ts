/** The composition root: reads the configuration, connects the bot to where people write, runs until told to stop. */
import { config as loadEnvFile } from "dotenv";
import { createTerminalAdapter } from "../adapters/terminal/terminal-adapter.js";
import { terminalSurface } from "../adapters/terminal/terminal-surface.js";
import { type Adapter, AdapterError, type Bot } from "./bot/bot.js";
import { createBot } from "./bot/create-bot.js";
import { type Config, ConfigError, prefersColor, readConfig } from "./config.js";
import { openCatalog } from "./open-catalog.js";
import { type Connected, serve } from "./serve.js";

const CATALOG = new URL("../data/catalog.json", import.meta.url);

const NOT_CONNECTED = `Teapot is not connected to Slack or Discord. These variables connect it
(in .env, see .env.example):

  Slack     SLACK_BOT_TOKEN, with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET
            from https://api.slack.com/apps
  Discord   DISCORD_TOKEN
            from https://discord.com/developers/applications

`;
const CHAT = `Until then, ask here: 404, too many requests, 401 vs 403, 4xx, help.
A number presses a button. Ctrl+D or "exit" ends.

`;
const NO_INPUT = "There is no input to answer either, so there is nothing to do.\n";

async function main(): Promise<void> {
  readEnvFile();
  const config = readConfig();
  if (config.slack || config.discord)
    await serve(config, await warmUp(createBot(await openCatalog(CATALOG))), (parts) => connect(config, parts));
  else await chatInTerminal();
}

/** What the first question and the first paste need is made before anybody waits for it. */
async function warmUp(bot: Bot): Promise<Bot> {
  for (const text of ["too mnay requests", "email already taken", "HTTP/1.1 502 Bad Gateway"]) {
    await bot.answer({ text, conversation: "", person: "", locale: "en" });
  }
  return bot;
}

/** No .env is fine; one that cannot be read is not. */
function readEnvFile(): void {
  const { error } = loadEnvFile({ quiet: true });
  if (error && (error as NodeJS.ErrnoException).code !== "ENOENT")
    throw new ConfigError([`.env cannot be read: ${error.message}`]);
}

/** An adapter that is not configured is not even imported: it would cost start-up time and memory. */
async function connect({ slack, discord }: Config, parts: Connected): Promise<readonly Adapter[]> {
  const adapters: Promise<Adapter>[] = [];
  if (slack) {
    const create = async () => {
      const { createSlackAdapter } = await import("../adapters/slack/slack-adapter.js");
      return createSlackAdapter({ ...parts, config: slack });
    };
    adapters.push(create().catch((error: unknown) => stillborn("slack", error)));
  }
  if (discord) {
    const create = async () => {
      const { createDiscordAdapter } = await import("../adapters/discord/discord-adapter.js");
      return createDiscordAdapter({ ...parts, config: discord });
    };
    adapters.push(create().catch((error: unknown) => stillborn("discord", error)));
  }
  return Promise.all(adapters);
}

/** What could not even be made fails like one that cannot start: alone. */
function stillborn(name: string, error: unknown): Adapter {
  return { name, start: () => Promise.reject(error), stop: async () => {}, isUp: () => false };
}

async function chatInTerminal(): Promise<void> {
  const { stdin: input, stdout: output, stderr } = process;
  stderr.write(input.isTTY ? `${NOT_CONNECTED}${CHAT}` : NOT_CONNECTED);
  const surface = () => terminalSurface(output.columns, prefersColor(output));
  const terminal = createTerminalAdapter({ bot: createBot(await openCatalog(CATALOG)), input, output, surface });
  await terminal.start();
  const questions = await terminal.ended;
  if (questions > 0 || input.isTTY) return;
  stderr.write(NO_INPUT);
  process.exitCode = 1;
}

/** A reader that has seen enough (`npm start | head`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

main().catch((error: unknown) => {
  if (!(error instanceof ConfigError || error instanceof AdapterError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
