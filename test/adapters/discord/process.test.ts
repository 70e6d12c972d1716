/** The built program in a process of its own, as an operator starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { run as runToEnd } from "../../run.js";
import { slash } from "./interaction-payloads.js";
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord, TOKEN } from "./local-discord.js";
import { LOOPBACK_OPTION } from "./loopback.js";
import { BOT, GUILD, message } from "./payloads.js";
import { until } from "./running.js";

/** An empty folder: no .env of whoever runs the tests is read. */
const cwd = mkdtempSync(join(tmpdir(), "teapot-"));
const MAIN = fileURLToPath(new URL("../../../dist/src/main.js", import.meta.url));
const REGISTER = "adapters/discord/register.js";

const servers: LocalDiscord[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server.stop();
    expect(server.problems).toEqual([]);
  }
});

async function localDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const server = await startLocalDiscord(options);
  servers.push(server);
  return server;
}

function environment({ apiUrl }: LocalDiscord, token = TOKEN): Record<string, string> {
  return { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, PORT: "0", NODE_OPTIONS: LOOPBACK_OPTION };
}

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  return { child, output: () => output.join(""), ended: exitCode(child) };
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", resolve));
}

describe("npm start with Discord", () => {
  it("answers over the gateway, and ends with 0 when it is told to stop", async () => {
    const discord = await localDiscord();
    const { child, output, ended } = start(environment(discord));
    await until(() => output().includes("discord is connected"), "the connection");
    expect((await discord.interact(slash("429"))).data.content).toContain("429 Too Many Requests");
    discord.gateway.dispatch("MESSAGE_CREATE", message(`<@${BOT.id}> 404`));
    await until(() => discord.messages.size, "the reply");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(output()).not.toMatch(/"level":"(?:warn|error)"/);
    for (const secret of [TOKEN, ...discord.interactionTokens.values()]) expect(output()).not.toContain(secret);
  });

  it("ends with 1 and one message when the token is wrong, without another try", async () => {
    const discord = await localDiscord();
    const { output, ended } = start(environment(discord, "wrong"));
    expect(await ended).toBe(1);
    const errors = output()
      .split("\n")
      .filter((line) => line.includes('"level":"error"'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/DISCORD_TOKEN.*Reset Token/);
    expect(errors[0]).not.toContain("stack");
    expect(discord.calls).toHaveLength(1);
  });
});

describe("npm run discord:register", () => {
  it("writes the commands of the application, the same however often", async () => {
    const discord = await localDiscord();
    const first = await runToEnd(REGISTER, [], { cwd, env: environment(discord) });
    const body = discord.commands.get("commands");
    const second = await runToEnd(REGISTER, [], { cwd, env: environment(discord) });
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.out).toMatch(/Registered http, Explain HTTP codes everywhere/);
    expect(first.out).toContain(`client_id=${BOT.id}&scope=bot+applications.commands&permissions=274877991936`);
    expect(discord.commands.get("commands")).toEqual(body);
    expect(body).toMatchObject([
      { name: "http", options: [{ name: "query", autocomplete: true }, { name: "hide" }], contexts: [0, 1, 2] },
      { name: "Explain HTTP codes", integration_types: [0, 1] },
    ]);
  });

  it("writes them for one server, or removes them there", async () => {
    const discord = await localDiscord();
    const scope = `guilds/${GUILD}/commands`;
    await runToEnd(REGISTER, ["--guild", GUILD], { cwd, env: environment(discord) });
    expect(discord.commands.get(scope)).toHaveLength(2);
    await runToEnd(REGISTER, ["--guild", GUILD, "--clear"], { cwd, env: environment(discord) });
    expect(discord.commands.get(scope)).toEqual([]);
  });

  it("only prints them with --dry-run, which needs no token", async () => {
    const { code, out } = await runToEnd(REGISTER, ["--dry-run"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(2);
  });

  it.each([
    ["without a token", [], {}, /DISCORD_TOKEN is missing/],
    ["with an option that there is not", ["--gild", "1"], {}, /--gild[\s\S]*Usage:/],
    ["with a server that is no ID", ["--guild", "mine"], {}, /Copy Server ID/],
  ])("says what is wrong %s", async (_, args, env, expected) => {
    const { code, out, err } = await runToEnd(REGISTER, args, { cwd, env });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["the token is wrong", 401, 0, /Reset Token/],
    ["the bot is not in the server", 403, 50_001, /not in the server/],
    ["Discord has had enough", 400, 30_034, /Max number/],
    ["Discord is down", 503, 0, /cannot be reached/],
  ])("says what to do when %s", async (_, status, code, expected) => {
    const discord = await localDiscord();
    discord.refuse({ method: "PUT", path: /commands/, status, body: { code, message: "Max number" }, times: 2 });
    const ended = await runToEnd(REGISTER, ["--guild", GUILD], { cwd, env: environment(discord) });
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(expected);
    expect(ended.err).not.toContain(TOKEN);
  });

  it("shows its usage with --help", async () => {
    const { code, out } = await runToEnd(REGISTER, ["--help"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("--guild ID");
  });
});
