import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { run } from "./run.js";

/** An empty folder: no .env of whoever runs the tests is read. */
const cwd = mkdtempSync(join(tmpdir(), "teapot-"));
const start = (options = {}) => run("src/main.js", [], { cwd, ...options });

describe("npm start without tokens", () => {
  it("names the variables that would connect it, and answers what is piped in", async () => {
    const { code, out, err } = await start({ input: "401\n\n2\nnonsense qqq\nexit\n404\n" });
    expect(code).toBe(0);
    expect(err).toMatch(/SLACK_BOT_TOKEN, with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET[\s\S]*DISCORD_TOKEN/);
    expect(out).toContain("401 Unauthorized");
    expect(out).toContain("GET /v1/orders HTTP/1.1"); // button 2 is the example
    expect(out).toContain("Nothing in the catalog matches");
    expect(out).not.toContain("404 Not Found"); // after "exit"
  });

  it("takes a number for a button only where there is one", async () => {
    const { out } = await start({ input: "7\n401\n77\n" });
    expect(out).toContain("7: not a status code");
    expect(out).toContain("There is no button 77: the last reply has");
  });

  it("reads the beginning of a line of 20 MB and says so", async () => {
    async function* flood() {
      for (let sent = 0; sent < 20; sent++) yield "404 is what I got ".repeat(58_255);
    }
    const { code, out } = await start({ input: flood(), env: { NODE_OPTIONS: "--max-old-space-size=64" } });
    expect(code).toBe(0);
    expect(out).toMatch(/first 64 KB are read[\s\S]*404 Not Found/);
  });

  it("says that there is nothing to do without input, and fails", async () => {
    const { code, out, err } = await start();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("DISCORD_TOKEN");
    expect(err).toContain("no input");
  });
});

describe("npm start with a broken configuration", () => {
  test.each<[Record<string, string>, readonly string[]]>([
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, ["SLACK_APP_TOKEN is missing"]],
    [{ SLACK_APP_TOKEN: "xapp-1" }, ["SLACK_BOT_TOKEN is missing"]],
    [{ DISCORD_TOKEN: "" }, ["DISCORD_TOKEN is empty"]],
    [
      {
        SLACK_BOT_TOKEN: "xapp-swapped-secret",
        SLACK_APP_TOKEN: "xoxb-swapped-secret",
        PORT: "lots",
        LOG_LEVEL: "loud",
        DISCORD_API_URL: "ftp://x",
      },
      [
        "SLACK_BOT_TOKEN must start with xoxb-",
        "SLACK_APP_TOKEN must start with xapp-",
        "PORT must be",
        "LOG_LEVEL must be",
        "DISCORD_API_URL is not",
      ],
    ],
  ])("%j: names every problem at once", async (env, problems) => {
    const { code, out, err } = await start({ env, input: "401\n" });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    for (const problem of problems) expect(err).toContain(problem);
    expect(err).not.toMatch(/\n\s+at |swapped-secret/);
  });
});
