import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { run } from "./run.js";

const teapot = (args: readonly string[], options = {}) => run("src/cli.js", args, options);

describe("teapot", () => {
  test.each([
    [["401"], "401 Unauthorized"],
    [["401 vs 403"], "Would proving who you are"],
    [["too", "many", "reqeusts"], "429 Too Many Requests"],
    [["4xx"], "4xx Client Error"],
    [["299"], "299 is not assigned"],
  ])("answers %j", async (args, expected) => {
    const { code, out, err } = await teapot(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(expected);
  });

  it("answers text on standard input", async () => {
    expect((await teapot([], { input: "what is a 502?\n" })).out).toContain("502 Bad Gateway");
  });

  it("prints the finding as JSON", async () => {
    const { out } = await teapot(["--json", "401"]);
    expect(JSON.parse(out)).toMatchObject({ kind: "status", status: { code: 401, owner: "iana" } });
  });

  it("prints no colors where the output is no terminal", async () => {
    expect((await teapot(["401"], { env: { TERM: "xterm-256color" } })).out).not.toContain("\u001b");
  });

  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect((await teapot(["--version"])).out).toBe(`${version}\n`);
  });

  it("prints its usage when asked", async () => {
    expect(await teapot(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Usage: teapot") });
  });

  it("answers an unknown option with its usage and exit code 2", async () => {
    const { code, out, err } = await teapot(["--frobnicate"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/--frobnicate[\s\S]*Usage: teapot/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("reads a bounded part of 100 MB and says so", async () => {
    async function* flood() {
      for (let sent = 0; sent < 100; sent++) yield "404 is what I got ".repeat(58_255);
    }
    const { code, out, err } = await teapot(["--json"], {
      input: flood(),
      env: { NODE_OPTIONS: "--max-old-space-size=64" },
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: { code: 404 } });
    expect(err).toContain("Read the first 64 KB");
  });
});

describe("teapot --jsonl", () => {
  const ask = async (lines: readonly unknown[]) => {
    const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
    const { out, code } = await teapot(["--jsonl"], { input });
    expect(code).toBe(0);
    return out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  };

  it("answers line by line, in order", async () => {
    const answers = await ask([
      { id: "a", text: "401 vs 403", heard: "overheard" },
      { id: "b", text: "299", heard: "asked" },
      { id: 3, text: "room 404", heard: "overheard" },
      { id: "d", text: "4xx", heard: "asked" },
    ]);
    expect(answers).toMatchObject([
      { id: "a", reply: true, kind: "comparison", codes: [401, 403], suggestions: [], classes: [], methods: [] },
      { id: "b", reply: true, kind: "unassigned", codes: [] },
      { id: 3, reply: false },
      { id: "d", reply: true, kind: "class", classes: ["4xx"] },
    ]);
    expect(answers[1].suggestions.length).toBeGreaterThan(0);
    expect(answers[0].text).toContain("who are you?");
  });

  it("reports a line that is no question and goes on", async () => {
    const answers = await ask([
      "{nonsense",
      "[]",
      "{}",
      { id: "x", text: 7 },
      { id: "x", text: "404", heard: "loud" },
      { id: "ok", text: "404" },
    ]);
    for (const answer of answers.slice(0, 5)) expect(answer).toEqual({ id: null, error: expect.any(String) });
    expect(answers[5]).toMatchObject({ id: "ok", codes: [404] });
  });
});
