import { describe, expect, it, test } from "vitest";
import { createLogger } from "../../src/ops/logger.js";
import { readLines } from "../../src/ops/read-lines.js";
import { scrub } from "../../src/ops/scrub.js";
import { createWebServer } from "../../src/ops/web-server.js";

describe("scrub", () => {
  test.each([
    ["An API error occurred: xoxb-123-456-abcDEF", "An API error occurred: xoxb-…"],
    ["token=xapp-1-A0-77-ab", "token=xapp-…"],
    ["POST /api/v10/interactions/123/aW50ZXJhY3Rpb24/callback", "POST /api/v10/interactions/123/…/callback"],
    ["/webhooks/1/tok-en?wait=true", "/webhooks/1/…?wait=true"],
    ["https://hooks.slack.com/commands/T1/2/abc failed", "https://hooks.slack.com/commands/… failed"],
    ["wss://x/link?ticket=abc-123&app_id=A1", "wss://x/link?ticket=…&app_id=…"],
    ["Authorization: Bearer abc.def-1", "Authorization: Bearer …"],
    ["nothing to hide 404", "nothing to hide 404"],
  ])("%j", (text, clean) => {
    expect(scrub(text)).toBe(clean);
  });
});

describe("createLogger", () => {
  it("writes JSON lines, and errors without tokens, causes included", () => {
    const lines: string[] = [];
    const logger = createLogger("info", { write: (line) => void lines.push(line) });
    const cause = new Error("socket of xapp-1-secret closed");
    logger.error({ err: new Error("no xoxb-9-secret", { cause }) }, "failed");
    logger.debug({}, "not written");
    const [entry] = lines.map((line) => JSON.parse(line));
    expect(lines).toHaveLength(1);
    expect(entry).toMatchObject({
      level: "error",
      msg: "failed",
      err: { name: "Error", message: "no xoxb-…", cause: { message: "socket of xapp-… closed" } },
    });
    expect(lines.join()).not.toContain("secret");
  });
});

describe("readLines", () => {
  const read = async (chunks: readonly (string | Buffer)[], max = 10) => {
    async function* stream() {
      yield* chunks;
    }
    const lines: [string, boolean][] = [];
    for await (const { text, clipped } of readLines(stream(), max)) lines.push([text, clipped]);
    return lines;
  };

  it("puts lines together across chunks and characters across bytes", async () => {
    const bytes = Buffer.from("tèapot\r\nabc");
    expect(await read([bytes.subarray(0, 2), bytes.subarray(2, 9), bytes.subarray(9)])).toEqual([
      ["tèapot", false],
      ["abc", false],
    ]);
  });

  it("keeps the beginning of a line that is too long, and the next line whole", async () => {
    expect(await read(["0123456789", "abc", "\nnext\n"])).toEqual([
      ["0123456789", true],
      ["next", false],
    ]);
  });

  it("yields nothing for no input", async () => {
    expect(await read([])).toEqual([]);
  });
});

describe("createWebServer", () => {
  it("tells the health of what it watches, and serves what is mounted", async () => {
    const web = createWebServer();
    let up = true;
    web.watch("slack", () => up);
    web.mount("/hello", (_request, response) => response.end("hi"));
    const base = `http://127.0.0.1:${await web.start(0, "127.0.0.1")}`;
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ slack: "up" });
    up = false;
    expect((await fetch(`${base}/healthz`)).status).toBe(503);
    expect(await (await fetch(`${base}/hello?x=1`)).text()).toBe("hi");
    expect((await fetch(`${base}//`)).status).toBe(404);
    await web.stop();
  });

  it("rejects when the port is taken", async () => {
    const [first, second] = [createWebServer(), createWebServer()];
    const port = await first.start(0, "127.0.0.1");
    await expect(second.start(port, "127.0.0.1")).rejects.toThrow(/EADDRINUSE/);
    await first.stop();
  });
});
