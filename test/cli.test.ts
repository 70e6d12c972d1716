import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
});

const LINE = '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"\n';
const MB = 1024 * 1024;
const SMALL_HEAP = "--max-old-space-size=64";
/** Prints the most memory that the process ever had, in MB. */
const TELL_MEMORY = `--import=data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write(Math.round(process.resourceUsage().maxRSS / 1024) + " MB"))',
)}`;
/** The least difference that more input may make, with what the collector leaves lying about. */
const GROWTH_MAX_MB = 40;

async function* repeated(text: string, bytes: number) {
  const chunk = text.repeat(Math.ceil((64 * 1024) / text.length));
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
}

describe("teapot with a log", () => {
  it.each([
    ["a line", LINE, 1],
    ["some lines", LINE.repeat(100), 100],
    ["more than any question is long", LINE.repeat(2_000), 2_000],
    ["no newline at its end", LINE.repeat(2_000).trimEnd(), 2_000],
  ])("explains what comes on standard input: %s", async (_, input, count) => {
    const { code, out, err } = await teapot(["--json"], { input });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ kind: "log", report: { lines: count, complete: true, failures: count } });
  });

  it("reads a stream of any length in the same memory", async () => {
    const env = { NODE_OPTIONS: `${SMALL_HEAP} ${TELL_MEMORY}` };
    const [short, long] = [1 * MB, 64 * MB].map((bytes) => teapot(["--json"], { input: repeated(LINE, bytes), env }));
    const [first, second] = [await short, await long];
    const { report } = JSON.parse(second?.out ?? "");
    expect(report.lines * LINE.length).toBeGreaterThanOrEqual(64 * MB);
    expect(report.failures).toBe(report.lines);
    expect(Number.parseInt(second?.err ?? "", 10)).toBeLessThan(Number.parseInt(first?.err ?? "", 10) + GROWTH_MAX_MB);
  });

  it("says in one line that a long text is no log, be it a single line of 32 MB, and fails", async () => {
    const input = repeated("404 is what I got ", 32 * MB);
    const { code, out, err } = await teapot([], { input, env: { NODE_OPTIONS: SMALL_HEAP } });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toBe("teapot: nothing in the input tells of an HTTP status\n");
  });

  it("tells what it has read when it is interrupted together with who wrote the log", async () => {
    const path = fileURLToPath(new URL("../dist/src/cli.js", import.meta.url));
    const child = spawn(process.execPath, [path, "--json"], { stdio: ["pipe", "pipe", "inherit"] });
    const out: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    const ended = once(child, "close");
    // it takes more only once it reads, and so is ready to be interrupted
    await new Promise((resolve) => child.stdin.write(LINE.repeat(10_000), resolve));
    child.kill("SIGINT");
    child.stdin.end(LINE);
    expect(await ended).toEqual([0, null]);
    expect(JSON.parse(Buffer.concat(out).toString())).toMatchObject({ report: { failures: 10_001 } });
  });

  it("reads the file that its argument names, and takes a code for a code", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "teapot-"));
    for (const name of ["access.log", "404"]) writeFileSync(join(cwd, name), LINE.repeat(3));
    expect(JSON.parse((await teapot(["--json", "access.log"], { cwd })).out)).toMatchObject({
      report: { failures: 3 },
    });
    expect(JSON.parse((await teapot(["--json", "404"], { cwd })).out)).toMatchObject({ kind: "status" });
    expect(JSON.parse((await teapot(["--json", "other.log 502"], { cwd })).out)).toMatchObject({ kind: "status" });
  });

  it("reads what Windows' shells write", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "teapot-"));
    writeFileSync(join(cwd, "access.log"), `\ufeff${LINE.repeat(2_000)}`, "utf16le");
    const { out } = await teapot(["--json", "./access.log"], { cwd });
    expect(JSON.parse(out)).toMatchObject({ report: { lines: 2_000, failures: 2_000 } });
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

  it("reports what a log tells of: each code once, in the order of the card, and how often", async () => {
    const status = (code: number) => LINE.replace("502", String(code));
    const text = [201, 499, 502, 502, 777, 201, 499, 502].map(status).join("");
    const answers = await ask([
      { id: "a", text, heard: "overheard" },
      { id: "b", text: status(201).repeat(3), heard: "overheard" },
      { id: "c", text: status(201).repeat(3), heard: "asked" },
      { id: "d", text: "502", heard: "asked" },
    ]);
    expect(answers).toMatchObject([
      { id: "a", reply: true, kind: "log", codes: [502, 777, 499, 201], counts: { 201: 2, 499: 2, 502: 3, 777: 1 } },
      { id: "b", reply: false, kind: "log", codes: [201], counts: { 201: 3 } },
      { id: "c", reply: true, kind: "log" },
      { id: "d", kind: "status", counts: {} },
    ]);
  });

  it("takes a line of all that is read of a paste, however JSON spells it", async () => {
    const text = LINE.repeat(Math.floor((4 * MB) / LINE.length));
    const spelled = JSON.stringify({ id: "a", text }).replaceAll(
      "okhttp",
      "\\u006f\\u006b\\u0068\\u0074\\u0074\\u0070",
    );
    const [answer] = await ask([spelled]);
    expect(answer).toMatchObject({ kind: "log", counts: { 502: Math.floor((4 * MB) / LINE.length) } });
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
