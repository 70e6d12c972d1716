import { type IncomingMessage, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Kitchen, openKitchen, prepareKitchen } from "./kitchen.js";
import { escapes } from "./loopback.js";
import { eventOf } from "./people.js";
import { BOT_TOKEN } from "./slack-state.js";
import { requestOf, signedHeaders } from "./wire.js";

const DIRECT = eventOf({
  type: "message",
  channel: "D0ANN",
  channel_type: "im",
  user: "U0ANN",
  ts: "1.1",
  text: "401",
});
const { body: BODY, headers: JSON_TYPE } = requestOf({ type: "events_api", payload: DIRECT });
const now = () => Math.floor(Date.now() / 1000);

async function send({ url }: Kitchen, headers: Record<string, string>, body = BODY, path = "/slack/events") {
  const response = await fetch(`${url}${path}`, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body });
  return { status: response.status, text: await response.text() };
}

describe("a request", () => {
  it.each<[string, (body: string) => Record<string, string>]>([
    ["is not signed", () => ({})],
    ["has no signature", (body) => ({ ...signedHeaders(body), "x-slack-signature": "" })],
    ["is signed with another secret", (body) => signedHeaders(body, now(), "another")],
    ["is signed for another body", (body) => signedHeaders(`${body} `)],
    ["is older than five minutes", (body) => signedHeaders(body, now() - 302)],
    ["comes from more than a minute ahead", (body) => signedHeaders(body, now() + 90)],
    ["comes from the end of time", (body) => signedHeaders(body, Number.MAX_SAFE_INTEGER)],
    ["has no time", (body) => ({ ...signedHeaders(body), "x-slack-request-timestamp": "soon" })],
  ])("that %s gets 401, and nothing is processed", async (_what, headers) => {
    const kitchen = await openKitchen("http");
    expect((await send(kitchen, headers(BODY))).status).toBe(401);
    await kitchen.stop();
    expect(kitchen.replies()).toEqual([]);
  });

  it("that is signed, and up to five minutes old or a minute ahead, is processed", async () => {
    for (const seconds of [-290, 50]) {
      const kitchen = await openKitchen("http");
      expect((await send(kitchen, signedHeaders(BODY, now() + seconds))).status).toBe(200);
      await kitchen.stop();
      expect(kitchen.replies()).toHaveLength(1);
    }
  });

  it("that comes again with the same signature is not answered again", async () => {
    const kitchen = await openKitchen("http");
    const headers = signedHeaders(BODY);
    await send(kitchen, headers);
    await send(kitchen, headers);
    await kitchen.stop();
    expect(kitchen.replies()).toHaveLength(1);
  });

  it("with a charset in its content type is taken, as some proxies add one", async () => {
    const kitchen = await openKitchen("http");
    const type = { "content-type": "application/json; charset=utf-8" };
    expect((await send(kitchen, { ...signedHeaders(BODY), ...type })).status).toBe(200);
    const { body } = requestOf({
      type: "slash_commands",
      payload: { command: "/http", text: "401", team_id: "T0001" },
    });
    const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    expect((await send(kitchen, { ...signedHeaders(body), ...form }, body)).text).toContain("401 Unauthorized");
  });

  it("that is larger than any of Slack's gets 413, and one that is no JSON gets 400", async () => {
    const kitchen = await openKitchen("http");
    const large = JSON.stringify({ ...DIRECT, more: "x".repeat(600_000) });
    expect((await send(kitchen, signedHeaders(large), large)).status).toBe(413);
    expect((await send(kitchen, signedHeaders("lavender"), "lavender")).status).toBe(400);
    expect(JSON.stringify(kitchen.log)).not.toContain("lavender");
  });

  it.each([
    ["application/json", "null"],
    ["application/json", " [] "],
    ["application/json", "404"],
    ["application/json", ""],
    ["application/x-www-form-urlencoded", "payload=null"],
    ["application/x-www-form-urlencoded", "payload=%20%22null%22"],
  ])("of the type %s that holds %j, no object, gets 400 and ends nothing", async (type, body) => {
    const kitchen = await openKitchen("http");
    expect((await send(kitchen, { ...signedHeaders(body), "content-type": type }, body)).status).toBe(400);
    expect((await send(kitchen, signedHeaders(BODY))).status).toBe(200);
  });

  it("that verifies the address is answered with its challenge, and the certificate check with 200", async () => {
    const kitchen = await openKitchen("http");
    const challenge = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aB", token: "legacy" });
    expect(await send(kitchen, signedHeaders(challenge), challenge)).toEqual({
      status: 200,
      text: JSON.stringify({ challenge: "3eZbrw1aB" }),
    });
    const check = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send(kitchen, check, "ssl_check=1&command=%2Fhttp&text=401")).text).toBe("");
  });

  it("that tells of dropped events is acknowledged and logged", async () => {
    const kitchen = await openKitchen("http");
    const limited = JSON.stringify({ type: "app_rate_limited", team_id: "T0001", minute_rate_limited: 1_763_690_000 });
    expect((await send(kitchen, signedHeaders(limited), limited)).status).toBe(200);
    expect(kitchen.log).toContainEqual(
      expect.objectContaining({ level: "warn", msg: expect.stringContaining("30,000") }),
    );
  });

  it.each(["/slack/events/", "//", "/slack/events%00", "/"])("for %j is not Slack's", async (path) => {
    const kitchen = await openKitchen("http");
    expect((await send(kitchen, signedHeaders(BODY), BODY, path)).status).toBe(404);
  });

  it("that does not post gets 405", async () => {
    const { url } = await openKitchen("http");
    expect((await fetch(`${url}/slack/events`)).status).toBe(405);
  });

  it("before the start and after the stop gets 503, so that Slack delivers it again", async () => {
    const kitchen = await prepareKitchen("http");
    expect((await send(kitchen, signedHeaders(BODY))).status).toBe(503);
    await kitchen.adapter.start();
    expect((await send(kitchen, signedHeaders(BODY))).status).toBe(200);
    await kitchen.adapter.stop();
    expect((await send(kitchen, signedHeaders(BODY))).status).toBe(503);
    expect(kitchen.replies()).toHaveLength(1);
  });

  it("that has begun when the stop comes is answered, and so is what it asks", async () => {
    const kitchen = await openKitchen("http");
    kitchen.slack.trouble("chat.postMessage", { until: pause(1_000) });
    const half = request(`${kitchen.url}/slack/events`, {
      method: "POST",
      headers: { ...JSON_TYPE, ...signedHeaders(BODY), "content-length": BODY.length },
    });
    await new Promise<void>((resolve) => half.write(BODY.slice(0, 10), () => resolve()));
    await pause(100); // to let the headers arrive
    const stopped = kitchen.adapter.stop();
    await pause(100);
    const answered = new Promise<IncomingMessage>((resolve) => half.on("response", resolve));
    half.end(BODY.slice(10));
    expect((await answered).statusCode).toBe(200);
    await stopped;
    expect(kitchen.replies()).toHaveLength(1);
  });

  it("whose sender goes away half-way harms nobody", async () => {
    const kitchen = await openKitchen("http");
    const half = request(`${kitchen.url}/slack/events`, {
      method: "POST",
      headers: { ...JSON_TYPE, ...signedHeaders(BODY), "content-length": BODY.length },
    });
    half.on("error", () => {});
    await new Promise<void>((resolve) => half.write(BODY.slice(0, 10), () => resolve()));
    half.destroy();
    expect((await send(kitchen, signedHeaders(BODY))).status).toBe(200);
  });
});

describe("the answer to a command", () => {
  it("is JSON, which Slack would take for plain text without its content type", async () => {
    const kitchen = await openKitchen("http");
    const { body, headers } = requestOf({
      type: "slash_commands",
      payload: { command: "/http", text: "401", team_id: "T0001" },
    });
    for (const _again of [1, 2]) {
      const signed = { ...headers, ...signedHeaders(body) };
      const response = await fetch(`${kitchen.url}/slack/events`, { method: "POST", headers: signed, body });
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(await response.json()).toMatchObject({ response_type: "ephemeral", unfurl_links: false });
    }
  });
});

describe("the local Slack", () => {
  it("lets nothing leave this machine", async () => {
    await expect(fetch("http://192.0.2.1/")).rejects.toThrow();
    expect(escapes.splice(0)).toEqual(["192.0.2.1"]);
  });

  it("refuses unknown methods, keys and tokens, and takes note", async () => {
    const { slack } = await prepareKitchen("http");
    const call = async (method: string, body: string, token = BOT_TOKEN) => {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/x-www-form-urlencoded" };
      return (await fetch(`${slack.apiUrl}${method}`, { method: "POST", headers, body })).json();
    };
    expect(await call("chat.scheduleMessage", "")).toMatchObject({ error: "unknown_method" });
    expect(await call("chat.postMessage", "channel=C0OPS&text=x&link_names=1")).toMatchObject({ ok: false });
    expect(await call("chat.postMessage", "channel=C0OPS&text=")).toMatchObject({ error: "invalid_blocks" });
    expect(await call("auth.test", "", "xoxb-other")).toMatchObject({ error: "invalid_auth" });
    expect((slack.faults as string[]).splice(0)).toHaveLength(3);
  });
});
