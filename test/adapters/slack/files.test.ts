import { describe, expect, it } from "vitest";
import { type Kitchen, openKitchen } from "./kitchen.js";
import { BOT, type KeptFile } from "./slack-state.js";
import { until } from "./until.js";

const FAILED =
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"\n';
const FINE = '203.0.113.7 - - [21/Nov/2026:03:13:58 +0000] "POST /v1/checkout HTTP/1.1" 201 412 "-" "okhttp/4.12.0"\n';
const LOG = FINE + FAILED.repeat(3);
const MENTION = `<@${BOT.user}>`;
const MB = 1024 * 1024;

let count = 0;
/** Somebody has uploaded a file; returns it as events show it. */
function upload(
  kitchen: Kitchen,
  file: Partial<KeptFile> & { readonly name?: string; readonly size?: number },
): object {
  count += 1;
  const id = `F${count}`;
  const { text = LOG, shown, name = "api.log", size = text.length } = file;
  const fields = { name, mimetype: "text/plain", mode: shown ? "snippet" : "hosted", size, ...file.fields };
  kitchen.slack.state.files.set(id, { fields, text, ...(shown && { shown }) });
  return { id, ...fields };
}

const downloads = ({ slack }: Kitchen) => slack.calls.filter(({ method }) => method === "files.info").length;

describe("a mention with a file", () => {
  it("is answered from what Slack shows of the snippet, without a download", async () => {
    const kitchen = await openKitchen("socket");
    const shown = { content: LOG, is_truncated: false };
    await kitchen.say(MENTION, { files: [upload(kitchen, { shown, text: "not fetched" })] });
    const reply = await until("a reply", () => kitchen.replies()[0]);
    expect(reply.text).toContain("502");
  });

  it("is answered from the whole file where Slack shows its beginning only", async () => {
    const kitchen = await openKitchen("http");
    const shown = { content: FINE, is_truncated: true };
    await kitchen.say(`${MENTION} explain this`, { files: [upload(kitchen, { shown })] });
    const reply = await until("a reply", () => kitchen.replies()[0]);
    expect(reply.text).toContain("502");
  });

  it("in a thread below the file is answered", async () => {
    const kitchen = await openKitchen("socket");
    const root = await kitchen.say("", {
      files: [upload(kitchen, { name: "crash.csv", fields: { mimetype: "text/csv" } })],
    });
    expect(kitchen.replies()).toEqual([]);
    await kitchen.say(`${MENTION} explain this`, { thread: root });
    const reply = await until("a reply", () => kitchen.replies()[0]);
    expect(reply.text).toContain("502");
  });

  it("reads a file of another organization, of which the event tells nothing", async () => {
    const kitchen = await openKitchen("http");
    upload(kitchen, {});
    const files = [{ id: `F${count}`, mode: "file_access", file_access: "check_file_info" }];
    await kitchen.say(MENTION, { files });
    expect((await until("a reply", () => kitchen.replies()[0])).text).toContain("502");
  });

  it("says that a file is too large to be read whole, and explains what it has read", async () => {
    const kitchen = await openKitchen("http");
    const text = FAILED.repeat(Math.ceil((5 * MB) / FAILED.length));
    await kitchen.say(MENTION, { files: [upload(kitchen, { text })] });
    const reply = await until("a reply", () => kitchen.replies()[0]);
    expect(JSON.stringify(reply.blocks)).toMatch(/first [\d,.]+ lines/);
  });

  it("says which permission it lacks", async () => {
    const kitchen = await openKitchen("http");
    kitchen.slack.state.scopes.delete("files:read");
    await kitchen.say(MENTION, { files: [upload(kitchen, {})] });
    const reply = await until("a reply", () => kitchen.replies()[0]);
    expect(reply.text).toContain("may not open files");
    expect(reply.text).toContain("files:read");
  });

  it("takes the sign-in page for what it is", async () => {
    const kitchen = await openKitchen("http");
    const { slack, say, replies } = kitchen;
    const file = upload(kitchen, {
      fields: { url_private_download: new URL("/files-pri/F0?signed=out", slack.apiUrl).href },
    });
    slack.state.files.delete("F0");
    const { files } = slack.state;
    const get = files.get.bind(files);
    files.get = (id) => {
      slack.state.scopes.delete("files:read"); // between the two calls
      return get(id);
    };
    await say(MENTION, { files: [file] });
    expect((await until("a reply", () => replies()[0])).text).toContain("files:read");
  });

  it.each([
    ["of another server", { url_private_download: "https://files.slack.com.evil.example/x" }],
    ["of this machine", { url_private_download: "http://127.0.0.1:1/x" }],
  ])("sends its token to no address %s", async (_, fields) => {
    const kitchen = await openKitchen("http");
    await kitchen.say(MENTION, { files: [upload(kitchen, { fields })] });
    expect((await until("a reply", () => kitchen.replies()[0])).text).toContain("could not fetch the file");
  });

  it.each([
    ["gone", "file_deleted", "no longer there"],
    ["kept from it", "access_denied", "may not open files"],
  ])("says that the file is %s", async (_, error, expected) => {
    const kitchen = await openKitchen("http");
    kitchen.slack.trouble("files.info", { error });
    await kitchen.say(MENTION, { files: [upload(kitchen, {})] });
    expect((await until("a reply", () => kitchen.replies()[0])).text).toContain(expected);
  });

  it("says that a file holds bytes, or nothing about HTTP", async () => {
    const kitchen = await openKitchen("http");
    await kitchen.say(MENTION, { files: [upload(kitchen, { text: Buffer.from([1, 0, 2, 0]) })] });
    expect((await until("a reply", () => kitchen.replies()[0])).text).toContain("holds no text");
    await kitchen.say(MENTION, { files: [upload(kitchen, { text: "all is well\n" })] });
    expect((await until("a reply", () => kitchen.replies()[1])).text).toContain("tells of an HTTP status");
  });
});

describe("an overheard file", () => {
  it("with failures is explained in its thread", async () => {
    const kitchen = await openKitchen("socket");
    const ts = await kitchen.say("prod is on fire", { files: [upload(kitchen, {})] });
    const reply = await until("a reply", () => kitchen.replies()[0]);
    expect(reply).toMatchObject({ thread: ts });
    expect(reply.text).toContain("502");
  });

  it.each([
    ["holds no failure", { text: FINE }],
    ["is no log by its name", { name: "report.csv", fields: { mimetype: "text/csv" } }],
    ["is large", { size: 2 * MB }],
    ["turns out large", { text: FAILED.repeat(Math.ceil((5 * MB) / FAILED.length)), size: 10 }],
    ["is gone", { fields: { url_private_download: "", url_private: "" } }],
  ])("that %s is left alone", async (_, file) => {
    const kitchen = await openKitchen("socket");
    await kitchen.say("see attachment", { files: [upload(kitchen, file)] });
    await kitchen.stop();
    expect(kitchen.replies()).toEqual([]);
    expect(JSON.stringify(kitchen.log)).not.toMatch(/checkout|"level":"error"/);
  });

  it("is not even looked at where the bot is muted, or has said enough", async () => {
    const kitchen = await openKitchen("socket");
    await kitchen.say("what's 401 vs 403?");
    await kitchen.say("what is a 503?");
    await until("two replies", () => kitchen.replies()[1]);
    await kitchen.say("", { files: [upload(kitchen, {})] });
    await kitchen.stop();
    expect(downloads(kitchen)).toBe(0);
    expect(kitchen.replies()).toHaveLength(2);
  });
});
