import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Kitchen, openKitchen, prepareKitchen } from "./kitchen.js";
import { until } from "./until.js";

/** The SDK alone takes five seconds; waits between attempts stay below 800 ms, which `jitteredWaitMs` has a test for. */
const BACK_MAX_MS = 4_000;

async function back({ adapter, slack, command }: Kitchen): Promise<void> {
  await until("the socket to be open again", () => adapter.isUp() && slack.socket.count() === 1);
  expect((await command("401"))?.text).toMatch(/^401/);
}

/** Resolves once Teapot has noticed. */
async function lose(kitchen: Kitchen, how: "cut" | "refresh"): Promise<void> {
  const before = attempts(kitchen);
  kitchen.slack.socket[how]();
  await until("the loss to be noticed", () => attempts(kitchen) > before);
}

describe("the socket", () => {
  it.each(["cut", "refresh"] as const)("is open again at once after a %s", async (how) => {
    const kitchen = await openKitchen("socket");
    await lose(kitchen, how);
    const lost = Date.now();
    await back(kitchen);
    expect(Date.now() - lost).toBeLessThan(BACK_MAX_MS);
  });

  it("is open again soon when Slack asks for a new one and then says nothing more", async () => {
    const kitchen = await openKitchen("socket");
    kitchen.slack.socket.refresh();
    kitchen.slack.socket.freeze();
    await until("a new attempt", () => attempts(kitchen) === 2);
    await until("a new socket", () => kitchen.adapter.isUp());
  });

  it.each([
    ["refuses sockets", (slack: Kitchen["slack"]) => void Object.assign(slack, { letIn: false })],
    [
      "answers 503 and 429",
      ({ trouble }: Kitchen["slack"]) =>
        trouble("apps.connections.open", { status: 503 }, { status: 429, retryAfter: 0 }, { status: 500 }),
    ],
    [
      "has internal errors",
      ({ trouble }: Kitchen["slack"]) => trouble("apps.connections.open", { error: "internal_error" }),
    ],
  ])(
    "is open again long before the SDK would be, after Slack %s, with one attempt at a time",
    async (_what, refuse) => {
      const kitchen = await openKitchen("socket");
      refuse(kitchen.slack);
      await lose(kitchen, "cut");
      await until("another attempt", () => attempts(kitchen) >= 3);
      kitchen.slack.letIn = true;
      const returned = Date.now();
      await back(kitchen);
      expect(Date.now() - returned).toBeLessThan(BACK_MAX_MS);
      expect(kitchen.lost).toEqual([]);
      expect(kitchen.log.filter(({ msg }) => msg === "Slack's socket does not open yet")).toHaveLength(1);
    },
  );

  it("makes no storm while Slack is away", async () => {
    const kitchen = await openKitchen("socket");
    kitchen.slack.letIn = false;
    const before = attempts(kitchen);
    const lost = Date.now();
    await lose(kitchen, "cut");
    await until("six attempts", () => attempts(kitchen) - before >= 6);
    expect(Date.now() - lost).toBeGreaterThan(700);
  });

  it("is given up when Slack refuses the app for good", async () => {
    const kitchen = await openKitchen("socket");
    kitchen.slack.trouble("apps.connections.open", { error: "account_inactive" });
    kitchen.slack.socket.cut();
    const [error] = await until("the end", () => kitchen.lost.length > 0 && kitchen.lost);
    expect(error?.message).toMatch(/^Slack does not accept SLACK_APP_TOKEN \(account_inactive\)/);
    expect(kitchen.adapter.isUp()).toBe(false);
  });

  it("is refused at the start in one sentence when the app token is wrong", async () => {
    const kitchen = await prepareKitchen("socket", { config: { appToken: "xapp-wrong" } as object });
    await expect(kitchen.adapter.start()).rejects.toThrow(/^Slack does not accept SLACK_APP_TOKEN \(invalid_auth\)/);
  });

  it("can be stopped while it does not open", async () => {
    const kitchen = await prepareKitchen("socket");
    kitchen.slack.letIn = false;
    const started = kitchen.adapter.start();
    await until("an attempt", () => attempts(kitchen) > 0);
    await Promise.all([expect(started).rejects.toThrow("before the stop"), kitchen.stop()]);
  });

  it("is closed as soon as all is acknowledged, so that Slack sends nothing to who no longer answers", async () => {
    const kitchen = await openKitchen("socket");
    let release = () => {};
    kitchen.slack.trouble("chat.postMessage", { until: new Promise<void>((resolve) => (release = resolve)) });
    await kitchen.say("401", { channel: "D0ANN" });
    const stopped = kitchen.stop();
    await until("the socket to be closed", () => kitchen.slack.socket.count() === 0);
    expect(kitchen.replies()).toEqual([]);
    release();
    await stopped;
    expect(kitchen.replies()).toHaveLength(1);
  });

  it("acknowledges and reports that Slack drops events", async () => {
    const { wire, log } = await openKitchen("socket");
    const payload = { type: "app_rate_limited", team_id: "T0001", minute_rate_limited: 1_763_690_000 };
    expect((await wire.deliver({ type: "events_api", payload })).status).toBe(200);
    expect(log).toContainEqual(expect.objectContaining({ level: "warn", msg: expect.stringContaining("30,000") }));
  });

  it("makes no storm when sockets open and close at once, and is back when they stay", async () => {
    const kitchen = await openKitchen("socket");
    const cutter = setInterval(() => kitchen.slack.socket.cut(), 5);
    const before = attempts(kitchen);
    await pause(2_000);
    expect(attempts(kitchen) - before).toBeLessThan(12);
    clearInterval(cutter);
    const stayed = Date.now();
    await back(kitchen);
    expect(Date.now() - stayed).toBeLessThan(BACK_MAX_MS);
  });

  it("survives frames that are none, and events without an event", async () => {
    const kitchen = await openKitchen("socket");
    kitchen.slack.socket.push({ type: "events_api", envelope_id: "y" });
    kitchen.slack.socket.push({});
    kitchen.slack.socket.push({ type: "hello", of: "app_rate_limited" });
    expect((await kitchen.command("401"))?.text).toMatch(/^401/);
    expect(kitchen.log.filter(({ msg }) => msg === "a frame of Slack's could not be read")).toHaveLength(1);
  });
});

function attempts({ slack }: Kitchen): number {
  return slack.calls.filter(({ method }) => method === "apps.connections.open").length;
}
