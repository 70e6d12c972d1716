/** The only reader of the environment. Every problem is found before anything starts, and all are told at once. */

export type LogLevel = (typeof LOG_LEVELS)[number];

export type SlackConfig = { readonly botToken: string; readonly apiUrl: string } & (
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string }
);

export interface DiscordConfig {
  readonly token: string;
  /** Base of the REST interface without the version: "https://discord.com/api". */
  readonly apiUrl: string;
}

export interface Config {
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
  /** Where the health page and, in HTTP mode, Slack's requests are served. */
  readonly port: number;
  readonly logLevel: LogLevel;
}

/** The folder of a team's house rules, or undefined. Alone, because the `teapot` command needs nothing else. */
export function readHouseFolder(environment: Environment = process.env): string | undefined {
  return environment["TEAPOT_HOUSE"]?.trim() || undefined;
}

/** One line a problem: which variable, what is wrong with it, what to do. Values of secrets are never repeated. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:\n${problems.map((line) => `  ${line}`).join("\n")}`,
    );
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
const PORT_DEFAULT = 3000;
const SLACK_API_URL_DEFAULT = "https://slack.com/api/";
const DISCORD_API_URL_DEFAULT = "https://discord.com/api";

/** Every variable that Teapot reads, in the order of the README's table. */
export const VARIABLES = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "DISCORD_TOKEN",
  "PORT",
  "LOG_LEVEL",
  "TEAPOT_HOUSE",
  "SLACK_API_URL",
  "DISCORD_API_URL",
] as const;

type Variable = (typeof VARIABLES)[number];

/** Reads and checks all variables. Throws a ConfigError that names every problem. */
export function readConfig(environment: Environment = process.env): Config {
  const reader = createReader(environment);
  const slack = readSlack(reader);
  const discord = readDiscord(reader);
  const config = {
    port: readPort(reader),
    logLevel: readLogLevel(reader),
    ...(slack && { slack }),
    ...(discord && { discord }),
  };
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return config;
}

/** Whether to color: only on a terminal, and not where NO_COLOR (https://no-color.org) or TERM=dumb say otherwise. */
export function prefersColor(stream: { readonly isTTY?: boolean }, environment: Environment = process.env): boolean {
  return stream.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
}

interface Reader {
  readonly problems: string[];
  /** The value, or undefined when it is not set. An empty one is a problem: it is most often a forgotten one. */
  get(variable: Variable): string | undefined;
  has(variable: Variable): boolean;
  reject(variable: Variable, why: string): void;
}

function createReader(environment: Environment): Reader {
  const problems: string[] = [];
  const reject = (variable: Variable, why: string) => void problems.push(`${variable} ${why}`);
  for (const variable of VARIABLES) {
    if (environment[variable]?.trim() === "") reject(variable, "is empty: give it a value, or remove the line.");
  }
  return {
    problems,
    reject,
    get: (variable) => environment[variable]?.trim() || undefined,
    has: (variable) => environment[variable] !== undefined,
  };
}

function readSlack(reader: Reader): SlackConfig | undefined {
  const botToken = readToken(reader, "SLACK_BOT_TOKEN", "xoxb-", "Bot User OAuth Token, page OAuth & Permissions");
  const appToken = readToken(reader, "SLACK_APP_TOKEN", "xapp-", "App-Level Token, page Basic Information");
  const signingSecret = reader.get("SLACK_SIGNING_SECRET");
  if (signingSecret) rejectUnprintable(reader, "SLACK_SIGNING_SECRET", signingSecret);
  const apiUrl = readUrl(reader, "SLACK_API_URL", SLACK_API_URL_DEFAULT);
  const wantsTransport = reader.has("SLACK_APP_TOKEN") || reader.has("SLACK_SIGNING_SECRET");
  if (wantsTransport && !reader.has("SLACK_BOT_TOKEN")) {
    reader.reject(
      "SLACK_BOT_TOKEN",
      "is missing: Slack needs it too (Bot User OAuth Token, page OAuth & Permissions).",
    );
  }
  if (reader.has("SLACK_BOT_TOKEN") && !wantsTransport) {
    reader.reject("SLACK_APP_TOKEN", "is missing: set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP mode.");
  }
  if (!botToken) return undefined;
  const base = { botToken, apiUrl: apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/` };
  if (appToken) return { ...base, mode: "socket", appToken };
  return signingSecret ? { ...base, mode: "http", signingSecret } : undefined;
}

function readToken(reader: Reader, variable: Variable, prefix: string, where: string): string | undefined {
  const value = reader.get(variable);
  if (value === undefined) return undefined;
  if (!value.startsWith(prefix)) reader.reject(variable, `must start with ${prefix} (${where}).`);
  else rejectUnprintable(reader, variable, value);
  return value;
}

/** Tokens are plain ASCII: anything else is a placeholder or came along when it was copied. */
function rejectUnprintable(reader: Reader, variable: Variable, value: string): void {
  if (!/^[\x21-\x7e]+$/.test(value))
    reader.reject(variable, "holds white space or a placeholder: copy the bare value again.");
}

function readDiscord(reader: Reader): DiscordConfig | undefined {
  const token = reader.get("DISCORD_TOKEN");
  const apiUrl = readUrl(reader, "DISCORD_API_URL", DISCORD_API_URL_DEFAULT).replace(/(?<!\/)\/+$/, "");
  if (token === undefined) return undefined;
  rejectUnprintable(reader, "DISCORD_TOKEN", token);
  return { token, apiUrl };
}

function readUrl(reader: Reader, variable: Variable, fallback: string): string {
  const value = reader.get(variable);
  if (value === undefined) return fallback;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    reader.reject(variable, `is not an http(s) address: ${value.replace(/\/\/[^@/]*@/, "//…@")}`);
    return fallback;
  }
  return value;
}

function readPort(reader: Reader): number {
  const value = reader.get("PORT");
  if (value === undefined) return PORT_DEFAULT;
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  reader.reject("PORT", `must be a number from 0 to 65535, not ${value}`);
  return PORT_DEFAULT;
}

function readLogLevel(reader: Reader): LogLevel {
  const value = reader.get("LOG_LEVEL");
  const level = LOG_LEVELS.find((known) => known === value);
  if (value !== undefined && !level)
    reader.reject("LOG_LEVEL", `must be one of ${LOG_LEVELS.join(", ")}, not ${value}`);
  return level ?? "info";
}
