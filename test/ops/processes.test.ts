/** The small programs around the bot, run for real. */
import { describe, expect, it } from "vitest";
import { createWebServer } from "../../src/ops/web-server.js";
import { run } from "../run.js";

describe("the container's health check", () => {
  it("passes when all is up, and fails when something is down or nobody listens", async () => {
    const web = createWebServer();
    let up = true;
    web.watch("discord", () => up);
    const port = await web.start(0, "127.0.0.1");
    const check = () => run("src/ops/check-health.js", [], { env: { PORT: String(port) } });
    expect((await check()).code).toBe(0);
    up = false;
    expect((await check()).code).toBe(1);
    await web.stop();
    expect((await check()).code).toBe(1);
  });
});
