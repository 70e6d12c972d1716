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
    expect(err).toMatch(/SLACK_BOT_TOKEN and SLACK_APP_TOKEN[\s\S]*DISCORD_TOKEN/);
    expect(out).toContain("401 Unauthorized");
    expect(out).toContain("GET /v1/orders HTTP/1.1"); // button 2 is the example
    expect(out).toContain("Nothing in the catalog matches");
    expect(out).not.toContain("404 Not Found"); // after "exit"
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
