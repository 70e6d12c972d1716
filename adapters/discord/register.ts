/** `npm run discord:register`: tells Discord which commands there are. As often as you like: it writes the same again. */
import { parseArgs } from "node:util";
import type { REST } from "discord.js";
import { type APIApplication, type RESTPutAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";
import { config as loadEnvFile } from "dotenv";
import { ConfigError, type DiscordConfig, readConfig } from "../../src/config.js";
import { DISCORD_TUNING_DEFAULT, makeRest } from "./client.js";
import { commandsBody } from "./commands.js";
import { describeRefusal, readRefusal } from "./discord-errors.js";
import { TOKEN_REFUSED } from "./login.js";

const USAGE = `Usage: npm run discord:register -- [options]

Writes Teapot's commands to Discord: /http, and Explain HTTP codes in the menu of messages.
Needs DISCORD_TOKEN, in the environment or in .env. Overwrites all commands of the application.

  --guild ID   only for the server with this ID, where they appear at once (while developing)
  --clear      removes the commands instead; with --guild, those that were only for that server
  --dry-run    prints what would be sent, and sends nothing
  --help       this
`;

/** View channels, send messages, also in threads, embed links, read message history. */
const INVITE_PERMISSIONS = "274877991936";

interface Options {
  readonly guild: string | undefined;
  readonly clear: boolean;
  readonly dryRun: boolean;
  readonly help: boolean;
}

class RegisterError extends Error {
  override readonly name = "RegisterError";
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return print(USAGE);
  const body = options.clear ? [] : commandsBody(options.guild === undefined ? "application" : "guild");
  if (options.dryRun) return print(`${JSON.stringify(body, null, 2)}\n`);
  const config = readDiscordConfig();
  try {
    print(await register(makeRest(config, DISCORD_TUNING_DEFAULT), options, body));
  } catch (error) {
    throw new RegisterError(explain(error, options));
  }
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        guild: { type: "string" },
        clear: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { guild, clear, help } = values;
    if (guild !== undefined && !/^\d{17,20}$/.test(guild))
      throw new RegisterError(
        "--guild needs the ID of a server: switch on Developer Mode, right-click it, Copy Server ID.",
      );
    return { guild, clear, dryRun: values["dry-run"], help };
  } catch (error) {
    throw error instanceof RegisterError ? error : new RegisterError(`${messageOf(error)}\n\n${USAGE}`);
  }
}

function readDiscordConfig(): DiscordConfig {
  loadEnvFile({ quiet: true });
  const { discord } = readConfig();
  if (!discord) throw new RegisterError("DISCORD_TOKEN is missing. Put it into .env, or set it in the environment.");
  return discord;
}

/** Writes the commands; returns what to tell the operator. */
async function register(rest: REST, { guild, clear }: Options, body: RESTPutAPIApplicationCommandsJSONBody) {
  const id = readApplicationId(await rest.get(Routes.currentApplication()));
  const route = guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  await rest.put(route, { body });
  const where = guild === undefined ? "everywhere the app is installed" : `in the server ${guild}`;
  if (clear) return `Removed all commands ${where}.\n`;
  const invite = `https://discord.com/oauth2/authorize?client_id=${id}&scope=bot+applications.commands&permissions=${INVITE_PERMISSIONS}`;
  return `Registered ${body.map(({ name }) => name).join(", ")} ${where}. Discord shows them after a reload (Ctrl+R).\n\nTo invite the bot:\n${invite}\n`;
}

function readApplicationId(application: unknown): APIApplication["id"] {
  if (
    typeof application === "object" &&
    application !== null &&
    "id" in application &&
    typeof application.id === "string"
  )
    return application.id;
  throw new RegisterError("Discord did not tell the application's id.");
}

/** What went wrong and what to do about it. */
function explain(error: unknown, { guild }: Options): string {
  const refusal = readRefusal(error);
  switch (refusal) {
    case "token-refused":
      return TOKEN_REFUSED;
    case "forbidden":
    case "place-gone":
      return guild === undefined
        ? "Discord does not let this token write commands."
        : `The bot is not in the server ${guild}, or was invited without the scope applications.commands. Invite it again.`;
    case "rate-limited":
      return "Discord's limit on writing commands is reached. Try again later.";
    case "unavailable":
      return `Discord cannot be reached (${messageOf(error)}). Nothing was changed; try again.`;
    case "invalid-body":
      return `Discord refuses the commands: ${JSON.stringify(describeRefusal(error))}`;
    case "interaction-gone":
    case "message-gone":
    case "cannot-reply":
    case "unknown":
      return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function print(text: string): void {
  process.stdout.write(text);
}

main().catch((error: unknown) => {
  if (!(error instanceof RegisterError || error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
