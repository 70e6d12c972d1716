/** `npm run bench:discord`: Teapot beside a bare discord.js bot that echoes, on the same local Discord. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type LocalDiscord, startLocalDiscord } from "../adapters/discord/local-discord.js";
import { BOT, guild, message, type RawMessage, snowflake } from "../adapters/discord/payloads.js";
import type { Report } from "./discord-bot.js";

const BOT_FILE = fileURLToPath(new URL("./discord-bot.js", import.meta.url));
const MEGABYTE = 1024 * 1024;

type Kind = "echo" | "teapot";

interface Bot {
  readonly discord: LocalDiscord;
  readonly child: ChildProcess;
  readonly atRest: Report;
  /** Called when a reply has been posted in a channel. */
  onReply: (channel: string) => void;
}

async function start(kind: Kind, guilds: readonly object[]): Promise<Bot> {
  const listeners = { onReply: (_: string) => {} };
  const discord = await startLocalDiscord({
    guilds,
    checks: false,
    onPost: ({ channel_id }) => listeners.onReply(channel_id),
  });
  const child = fork(BOT_FILE, [kind, discord.apiUrl], { execArgv: ["--expose-gc"] });
  const [atRest] = await once(child, "message");
  return Object.assign(listeners, { discord, child, atRest });
}

async function stop({ discord, child }: Bot): Promise<void> {
  child.disconnect();
  await once(child, "exit");
  await discord.stop();
}

async function reportOf({ child }: Bot, how: "collect" | "glance"): Promise<Report> {
  child.send(how);
  const [report] = await once(child, "message");
  return report;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function verdict(isMet: boolean, bar: string): string {
  return `(bar ${bar}: ${isMet ? "met" : "MISSED"})`;
}

const WARM_UP_ROUNDS = 6;
const ROUNDS = 31;
const PER_ROUND = 1_000;
/** So many people ask at the same time, each in a channel of their own, and wait for the reply before they ask again. */
const ASKERS = 100;
const QUESTIONS = ["404", "what is a 502?", "429", "too many requests", "500", "401", "418"];

interface Round {
  readonly perSecond: number;
  readonly cpuUs: number;
}

async function playRound(bot: Bot, channels: readonly string[]): Promise<Round> {
  const { discord } = bot;
  discord.messages.clear();
  let [asked, answered] = [0, 0];
  const ask = (channel: string) => {
    const text = `<@${BOT.id}> ${QUESTIONS[asked % QUESTIONS.length]}`;
    asked += 1;
    discord.gateway.dispatch("MESSAGE_CREATE", message(text, { channel_id: channel }));
  };
  const before = await reportOf(bot, "glance");
  const begin = performance.now();
  await new Promise<void>((resolve) => {
    bot.onReply = (channel) => {
      answered += 1;
      if (asked < PER_ROUND) ask(channel);
      if (answered === PER_ROUND) resolve();
    };
    channels.forEach(ask);
  });
  const seconds = (performance.now() - begin) / 1_000;
  const after = await reportOf(bot, "glance");
  return { perSecond: PER_ROUND / seconds, cpuUs: ((after.cpuMs - before.cpuMs) * 1_000) / PER_ROUND };
}

async function benchThroughput(): Promise<boolean> {
  const channels = Array.from({ length: ASKERS }, () => snowflake());
  const bots = { echo: await start("echo", [guild()]), teapot: await start("teapot", [guild()]) };
  for (const { discord } of Object.values(bots)) {
    for (const id of channels) discord.gateway.dispatch("CHANNEL_CREATE", textChannel(id, message("").guild_id ?? ""));
  }
  const rounds: Record<Kind, Round[]> = { echo: [], teapot: [] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const order: readonly Kind[] = round % 2 ? ["echo", "teapot"] : ["teapot", "echo"];
    for (const kind of order) rounds[kind].push(await playRound(bots[kind], channels));
  }
  const [echo, teapot] = [rounds.echo.slice(WARM_UP_ROUNDS), rounds.teapot.slice(WARM_UP_ROUNDS)];
  const ratio = median(teapot.map(({ perSecond }, round) => perSecond / (echo[round]?.perSecond ?? 1)));
  const describe = (each: readonly Round[]) =>
    `${median(each.map(({ perSecond }) => perSecond)).toFixed(0)} (${median(each.map(({ cpuUs }) => cpuUs)).toFixed(0)} µs of CPU each)`;
  console.log(`Questions answered a second: ${ASKERS} at a time, median of ${ROUNDS} interleaved rounds of ${PER_ROUND}
  bare echo bot  ${describe(echo)}
  Teapot         ${describe(teapot)}
  ratio          ${ratio.toFixed(2)} ${verdict(ratio >= 0.9, "at least 0.90")}`);
  const extra = (bots.teapot.atRest.rssBytes - bots.echo.atRest.rssBytes) / MEGABYTE;
  console.log(
    `\nMemory at rest beside the bare bot: ${extra.toFixed(0)} MB ${verdict(extra <= 45, "at most 45 more")}`,
  );
  await Promise.all(Object.values(bots).map(stop));
  return ratio >= 0.9 && extra <= 45;
}

function textChannel(id: string, guild_id: string): object {
  return { id, guild_id, type: 0, name: "channel", position: 0, permission_overwrites: [] };
}

const GUILDS = 1_000;
const CROWD = 20_000;
const ASKING = 100;
const CHATTER = [
  "lunch at 404 Main Street?",
  "ok",
  "the build is green again",
  "who took port 8080",
  "500 people came",
];

/** A server with as many channels, people and emoji as a usual one. */
function bigGuild(): { readonly id: string; readonly channels: readonly string[]; readonly payload: object } {
  const id = snowflake();
  const many = <T>(make: (index: number) => T) => Array.from({ length: 30 }, (_, index) => make(index));
  const channels = many(() => snowflake());
  const members = many((index) => ({ ...MEMBER, user: person(index) }));
  const emojis = many((index) => ({ id: snowflake(), name: `e${index}`, roles: [], animated: false, available: true }));
  const base = guild(id);
  const own = "members" in base && Array.isArray(base.members) ? base.members : [];
  const payload = {
    ...base,
    channels: channels.map((each) => textChannel(each, id)),
    emojis,
    members: [...own, ...members],
  };
  return { id, channels, payload };
}

const MEMBER = { roles: [], joined_at: "2026-01-01T00:00:00.000Z", deaf: false, mute: false, flags: 0 };

function person(index: number) {
  return { id: snowflake(), username: `user${index}`, global_name: `User ${index}`, discriminator: "0", avatar: null };
}

/** So many messages, each by somebody else, a few of them questions; resolves with the seconds until all have been dealt with. */
async function playCrowd(bot: Bot, size: number, homes: readonly ReturnType<typeof bigGuild>[]): Promise<number> {
  const crowd = Array.from({ length: size }, (_, index): RawMessage & { member: object } => {
    const home = homes[index % homes.length];
    const isQuestion = (index + 1) % (size / ASKING) === 0;
    const text = isQuestion ? `<@${BOT.id}> 404` : `${CHATTER[index % CHATTER.length]} (${index})`;
    const where = { guild_id: home?.id ?? "", channel_id: home?.channels[index % 30] ?? "" };
    return { ...message(text, where), author: person(index), member: MEMBER };
  });
  let answered = 0;
  const begin = performance.now();
  await new Promise<void>((resolve) => {
    bot.onReply = () => {
      answered += 1;
      if (answered === ASKING) resolve(); // the last message is a question
    };
    for (const each of crowd) bot.discord.gateway.dispatch("MESSAGE_CREATE", each);
  });
  return (performance.now() - begin) / 1_000;
}

async function benchMemory(): Promise<boolean> {
  const homes = Array.from({ length: GUILDS }, bigGuild);
  const bot = await start(
    "teapot",
    homes.map(({ payload }) => payload),
  );
  await playCrowd(bot, CROWD / 10, homes); // what is loaded and compiled at first use
  const before = await reportOf(bot, "collect");
  const seconds = await playCrowd(bot, CROWD, homes);
  const after = await reportOf(bot, "collect");
  const growth = (after.heapBytes - before.heapBytes) / MEGABYTE;
  console.log(`
${CROWD} messages of ${CROWD} people in ${GUILDS} servers, ${ASKING} of them questions, in ${seconds.toFixed(1)} s
  heap before    ${(before.heapBytes / MEGABYTE).toFixed(1)} MB
  heap after     ${(after.heapBytes / MEGABYTE).toFixed(1)} MB
  growth         ${growth.toFixed(2)} MB ${verdict(growth < 2, "below 2")}`);
  await stop(bot);
  return growth < 2;
}

const met = [await benchThroughput(), await benchMemory()];
process.exitCode = met.every(Boolean) ? 0 : 1;
