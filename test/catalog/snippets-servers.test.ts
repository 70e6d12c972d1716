/** What the Express and Fastify snippets send, when they run: every registered status, over real sockets. */
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { fastify } from "fastify";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import WebSocket, { WebSocketServer } from "ws";
import type { SnippetResponse } from "../../src/catalog/types.js";
import { catalog } from "../catalog.js";
import { type Made, madeFor, runModule, type Written } from "./snippets.js";

const home = process.cwd();
let folder = "";
let running: (() => Promise<void>) | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "teapot-snippets-"));
  mkdirSync(join(folder, "files"));
  writeFileSync(join(folder, "files", "tea.txt"), "Warm the teapot first, then add the tea.");
  process.chdir(folder);
});
afterEach(async () => {
  await running?.();
  running = undefined;
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** What the snippets call and readers have to write. */
const HELPERS = { WebSocketServer, convert: async () => {}, renderShop: async () => "<title>Shop</title>" };

/** Starts the code of one snippet, with `more` after it, on a free port. */
type Start = (snippet: Written, more?: string) => Promise<number>;

const startExpress: Start = async (snippet, more = "") => {
  const app = express();
  const server = app.listen(0);
  await runModule(program(snippet, more), { app, server, ...HELPERS });
  return listening(server, async () => void server.closeAllConnections());
};

const startFastify: Start = async (snippet, more = "") => {
  const app = fastify();
  await runModule(program(snippet, more), { app, ...HELPERS });
  await app.listen({ port: 0 });
  return listening(app.server, () => app.close());
};

/** Routes first, then what is said once, as the snippets' comments ask. */
function program(snippet: Written, more: string): string {
  return [snippet.code, more, snippet.kind === "sent" ? (snippet.once ?? "") : ""].join("\n");
}

async function listening(server: Server, stop: () => Promise<void>): Promise<number> {
  if (!server.listening) await once(server, "listening");
  running = async () => {
    await stop();
    server.closeAllConnections();
    server.close();
  };
  return (server.address() as AddressInfo).port;
}

interface Answer {
  readonly code: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** 1xx answers that came before. */
  readonly interim: readonly { readonly code: number; readonly headers: IncomingHttpHeaders }[];
}

async function ask(port: number, to: string, headers: Record<string, string> = {}): Promise<Answer> {
  const [method = "", path = ""] = to.split(" ");
  const call = request({ port, path, method, headers, agent: false });
  const interim: { code: number; headers: IncomingHttpHeaders }[] = [];
  call.on("information", (info) => interim.push({ code: info.statusCode, headers: info.headers }));
  call.end();
  const [response]: IncomingMessage[] = await once(call, "response");
  if (!response) throw new Error(`no answer to ${to}`);
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return { code: response.statusCode, headers: response.headers, text, interim };
}

/** What a request must carry for the status to be the answer. */
const ASKED_WITH: Record<number, Record<string, string>> = {
  206: { Range: "bytes=0-20" },
  304: { "If-None-Match": '"v7"' },
};

function responseOf({ status }: Made): SnippetResponse {
  const response = catalog.response(String(status.code));
  if (!response || "why" in response) throw new Error(`no response for ${status.code}`);
  return response;
}

describe.each([
  ["express", startExpress],
  ["fastify", startFastify],
] as const)("the snippets of %s", (id, start) => {
  const final = madeFor(id).filter(({ status }) => status.code >= 200);
  const one = (code: number) => {
    const found = madeFor(id).find(({ status }) => status.code === code);
    if (!found) throw new Error(`no ${code} in ${id}`);
    return found;
  };

  it("are there for every final status that may be sent", () => {
    expect(final).toHaveLength(
      catalog.responses.filter((response) => "to" in response && response.status >= "200").length,
    );
  });

  test.each(final.map((each) => [each.status.code, each] as const))("send %i", async (code, each) => {
    const { to, problem, state, text } = responseOf(each);
    const answer = await ask(await start(each.snippet), to, ASKED_WITH[code]);
    expect(answer.code).toBe(code);
    expectFields(each, answer);
    if (problem) {
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      expect(JSON.parse(answer.text)).toEqual({
        type: `https://api.example.com/problems/${problem.type}`,
        title: problem.title,
        status: code,
      });
    }
    if (state) expect(JSON.parse(answer.text)).toEqual({ id: 42, state });
    if (text) expect(answer.headers["content-type"]).toContain(text.type);
    if (text && code !== 206) expect(answer.text).toBe(text.body);
    if (each.status.facts.content === "forbidden") expect(answer.text).toBe("");
  });

  /** Every header field of the table; where the framework serves a file, the fields that are required, with its own values. */
  function expectFields(each: Made, { headers }: Answer): void {
    const sendsFile = each.snippet.code.includes("sendFile");
    for (const { name, value } of responseOf(each).fields) {
      const sent = headers[name.toLowerCase()];
      if (sendsFile) expect(sent, name).toBeDefined();
      else expect(sent, name).toBe(value);
    }
    const required = each.status.facts.fields.filter(
      ({ level, why }) => level === "required" && !/^(?:If|With several)\b/.test(why),
    );
    for (const { name } of required) expect(Object.keys(headers)).toContain(name.toLowerCase());
  }

  it("send the part that was asked for, of the length it has", async () => {
    const answer = await ask(await start(one(206).snippet), "GET /tea.txt", { Range: "bytes=0-20" });
    expect(answer.text).toBe("Warm the teapot first");
    expect(answer.headers["content-range"]).toMatch(/^bytes 0-20\/\d+$/);
  });

  it("send 200 to those whose copy is another version", async () => {
    const answer = await ask(await start(one(304).snippet), "GET /v1/prices", { "If-None-Match": '"v6"' });
    expect(answer).toMatchObject({ code: 200, text: '{"tea":3.5}' });
    expect(answer.headers.etag).toBe('"v7"');
  });

  it("send 100, or refuse what is too large before it is sent", async () => {
    const more = 'app.put("/v1/videos/7", (req, res) => { res.send("stored"); });';
    const port = await start(one(100).snippet, more);
    const accepted = await ask(port, "PUT /v1/videos/7", { Expect: "100-continue", "Content-Length": "0" });
    expect(accepted).toMatchObject({ code: 200, text: "stored" });
    expect(accepted.interim.map(({ code }) => code)).toEqual([100]);
    const refused = await ask(port, "PUT /v1/videos/7", { Expect: "100-continue", "Content-Length": "5000001" });
    expect(refused).toMatchObject({ code: 413, interim: [] });
  });

  it("answer a WebSocket's handshake with 101", async () => {
    const socket = new WebSocket(`ws://localhost:${await start(one(101).snippet)}/chat`);
    const upgraded = once(socket, "upgrade");
    const [message] = await once(socket, "message");
    const [response]: IncomingMessage[] = await upgraded;
    expect(String(message)).toBe("hello");
    expect(response).toMatchObject({ statusCode: 101, headers: { upgrade: "websocket", connection: "Upgrade" } });
    socket.terminate();
  });

  it("send 102 and 103 before the final answer", async () => {
    const processing = await ask(await start(one(102).snippet), "PUT /v1/videos/7");
    expect(processing).toMatchObject({ code: 201, interim: [{ code: 102 }] });
    await running?.();
    const hints = await ask(await start(one(103).snippet), "GET /shop");
    expect(hints).toMatchObject({ code: 200, text: "<title>Shop</title>" });
    expect(hints.interim).toMatchObject([{ code: 103, headers: { link: "</shop.css>; rel=preload; as=style" } }]);
  });

  it("answer what is thrown anywhere in one form, keep its header fields, and hide what failed inside", async () => {
    const more = `
      app.get("/thrown", async () => {
        throw Object.assign(new Error("Sign in"), { status: 401, statusCode: 401, headers: { "www-authenticate": "Basic" } });
      });
      app.get("/bug", async () => { throw new Error("password=hunter2"); });`;
    const port = await start(one(404).snippet, more);
    const thrown = await ask(port, "GET /thrown");
    expect(thrown.headers).toMatchObject({ "www-authenticate": "Basic" });
    expect(thrown.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(thrown.text)).toEqual({ status: 401, detail: "Sign in" });
    expect(JSON.parse((await ask(port, "GET /bug")).text)).toEqual({ status: 500, detail: "This failed on our side" });
  });
});
