/** The composition root: reads the configuration, connects the bot to where people write, runs until told to stop. */
import { config as loadEnvFile } from "dotenv";
import { TERMINAL_WIDTH_DEFAULT } from "../adapters/terminal/render-terminal.js";
import { createTerminalAdapter } from "../adapters/terminal/terminal-adapter.js";
import { createBot } from "./bot/bot.js";
import { loadCatalog } from "./catalog/load-catalog.js";
import { ConfigError, prefersColor, readConfig } from "./config.js";

const CATALOG = new URL("../data/catalog.json", import.meta.url);

const NOT_CONNECTED = `Teapot is not connected to Slack or Discord. These variables connect it (in .env, see .env.example):

  Slack     SLACK_BOT_TOKEN and SLACK_APP_TOKEN, from https://api.slack.com/apps
  Discord   DISCORD_TOKEN, from https://discord.com/developers/applications
`;
const CHAT = `
Until then, ask here: 404, too many requests, 401 vs 403, 4xx, help.
A number presses a button. Ctrl+D or "exit" ends.
`;
const NO_INPUT = "\nThere is no input to answer either, so there is nothing to do.\n";

async function main(): Promise<void> {
  loadEnvFile({ quiet: true });
  readConfig();
  await chatInTerminal();
}

async function chatInTerminal(): Promise<void> {
  const { stdin: input, stdout: output, stderr } = process;
  stderr.write(input.isTTY ? `${NOT_CONNECTED}${CHAT}\n` : NOT_CONNECTED);
  const surface = () => ({
    width: Math.min(output.columns ?? TERMINAL_WIDTH_DEFAULT, 100),
    color: prefersColor(output),
  });
  const terminal = createTerminalAdapter({ bot: createBot(loadCatalog(CATALOG)), input, output, surface });
  await terminal.start();
  const lines = await terminal.ended;
  if (lines > 0 || input.isTTY) return;
  stderr.write(NO_INPUT);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  const message =
    error instanceof ConfigError
      ? error.message
      : `Teapot could not start: ${error instanceof Error ? error.message : error}`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
});
