import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, prefersColor, readConfig, VARIABLES } from "../src/config.js";

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

describe("readConfig", () => {
  it("is content with nothing", () => {
    expect(readConfig({})).toEqual({ port: 3000, logLevel: "info" });
  });

  it("reads Socket Mode, and prefers it where a signing secret is there too", () => {
    const config = readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_SIGNING_SECRET: "s" });
    expect(config.slack).toEqual({
      mode: "socket",
      botToken: "xoxb-1",
      appToken: "xapp-1",
      apiUrl: "https://slack.com/api/",
    });
  });

  it("reads HTTP mode", () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_SIGNING_SECRET: "s",
      SLACK_API_URL: "http://127.0.0.1:1/api",
      PORT: "0",
    });
    expect(config).toMatchObject({
      slack: { mode: "http", signingSecret: "s", apiUrl: "http://127.0.0.1:1/api/" },
      port: 0,
    });
  });

  it("reads Discord", () => {
    expect(readConfig({ DISCORD_TOKEN: " abc " }).discord).toEqual({ token: "abc", apiUrl: "https://discord.com/api" });
  });

  it("collects all problems", () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: "xoxb-1", DISCORD_TOKEN: "Bot abc", PORT: "70000" })).toThrow(
      ConfigError,
    );
    try {
      readConfig({ SLACK_BOT_TOKEN: "xoxb-1", DISCORD_TOKEN: "Bot abc", PORT: "70000" });
    } catch (error) {
      expect(error instanceof ConfigError && error.problems).toHaveLength(3);
    }
  });
});

describe("prefersColor", () => {
  it("colors a terminal only, and not against NO_COLOR or a dumb terminal", () => {
    expect(prefersColor({ isTTY: true }, {})).toBe(true);
    expect(prefersColor({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
    expect(prefersColor({ isTTY: true }, { TERM: "dumb" })).toBe(false);
    expect(prefersColor({}, {})).toBe(false);
  });
});

describe("the variables", () => {
  it("are the same in config.ts, .env.example and the README's table", () => {
    const inExample = [...file(".env.example").matchAll(/^# ?([A-Z_]+)=/gm)].map((match) => match[1]);
    const inReadme = [...file("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
    expect(inExample.sort()).toEqual([...VARIABLES].sort());
    expect(inReadme.sort()).toEqual([...VARIABLES].sort());
  });

  it("are all commented out in .env.example, so that a copy starts", () => {
    expect(file(".env.example")).not.toMatch(/^[A-Z]/m);
  });
});
