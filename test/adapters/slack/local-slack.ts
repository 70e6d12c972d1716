/**
 * Slack on 127.0.0.1: the Web API, response_urls and Socket Mode, over real sockets. It refuses what Slack refuses, and
 * notes every refusal that is Teapot's own fault in `faults`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { slackManifest } from "../../../adapters/slack/manifest.js";
import { createResponseUrls, type ResponseUrls } from "./response-urls.js";
import { type Arguments, METHODS } from "./slack-methods.js";
import { BOT_TOKEN, createState, type SlackState } from "./slack-state.js";
import { createSocketServer, type SocketServer } from "./socket-server.js";

/** What to answer instead, once. */
export type Trouble =
  /** `heard`: does what was asked all the same, as after a time-out. */
  | { readonly status: number; readonly retryAfter?: number; readonly heard?: true }
  | { readonly error: string; readonly needed?: string }
  /** Answers when `until` resolves. */
  | { readonly until: Promise<unknown> };

export interface Call {
  readonly method: string;
  readonly args: Arguments;
}

export interface LocalSlack {
  readonly apiUrl: string;
  readonly state: SlackState;
  readonly socket: SocketServer;
  readonly responses: ResponseUrls;
  /** Methods in the order in which they were called; `response_url` is one. */
  readonly calls: readonly Call[];
  /** What Teapot did that no client of Slack may do. */
  readonly faults: readonly string[];
  /** The next calls of a method get these, one each. */
  trouble(method: string, ...troubles: readonly Trouble[]): void;
  /** Whether sockets are let in; when not, they are refused with 503. */
  letIn: boolean;
  /** Whether a response_url refuses to delete. */
  failDeleting: boolean;
  close(): Promise<void>;
}

export async function startLocalSlack(port = 0): Promise<LocalSlack> {
  const { bot, bot_optional } = slackManifest("socket").oauth_config.scopes;
  const state = createState([...bot, ...bot_optional]);
  const [calls, faults]: [Call[], string[]] = [[], []];
  const troubles = new Map<string, Trouble[]>();
  const [socket, responses] = [createSocketServer(), createResponseUrls(state)];
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const path = request.url ?? "";
    if (path.startsWith(FILES)) return serveFile(state, path.slice(FILES.length + 1), request, response);
    const method = path.startsWith("/api/") ? path.slice("/api/".length) : "response_url";
    const args: Arguments = method === "response_url" ? {} : Object.fromEntries(new URLSearchParams(body));
    calls.push({ method, args });
    const trouble = troubles.get(method)?.shift();
    if (trouble && "until" in trouble) await trouble.until;
    else if (trouble && !("heard" in trouble)) return giveTrouble(response, trouble);
    const answer = method === "response_url" ? undefined : callMethod(method, args, request);
    if (answer && trouble && "heard" in trouble) return giveTrouble(response, trouble);
    if (answer) return json(response, 200, answer);
    if (slack.failDeleting && body.includes("delete_original")) return giveTrouble(response, { status: 404 });
    const { status, violations } = responses.post(path, JSON.parse(body));
    faults.push(...violations);
    response.writeHead(status).end(status === 200 ? "ok" : "no_text");
  }

  function callMethod(name: string, args: Arguments, request: IncomingMessage): object {
    const method = METHODS[name];
    if (!method) return fault({ ok: false, error: "unknown_method" }, name);
    if (request.headers.authorization !== `Bearer ${method.token}`) return { ok: false, error: "invalid_auth" };
    const unknown = Object.keys(args).filter((key) => !method.keys.includes(key));
    if (unknown.length > 0) return fault({ ok: false, error: "invalid_arguments" }, `${name}: ${unknown}`);
    const needed = method.scope?.(state.channels.get(args["channel"] ?? ""));
    if (needed && !state.scopes.has(needed))
      return { ok: false, error: "missing_scope", needed, provided: [...state.scopes].join() };
    const answer = method.answer(args, { state, socketUrl: `ws://${host}/link`, filesUrl: `http://${host}${FILES}` });
    const isOurs = answer["error"] === "invalid_blocks" || String(answer["error"]).startsWith("local_");
    return isOurs ? fault(answer, `${name}: ${JSON.stringify(answer)}`) : answer;
  }

  function fault<T>(answer: T, what: string): T {
    faults.push(what);
    return answer;
  }

  const slack: LocalSlack = {
    apiUrl: `http://${host}/api/`,
    ...{ state, socket, responses, calls, faults },
    letIn: true,
    failDeleting: false,
    trouble: (method, ...more) => void troubles.set(method, [...(troubles.get(method) ?? []), ...more]),
    close: () => {
      socket.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  server.on("upgrade", (request, stream, head) => {
    if (slack.letIn) socket.upgrade(request, stream, head);
    else {
      stream.on("error", () => {}); // who is refused may hang up first
      stream.end("HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n");
    }
  });
  return slack;
}

const FILES = "/files-pri";

/** Without the permission, Slack answers with the page on which people sign in, as if all were well. */
function serveFile(
  { files, scopes }: SlackState,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const isAllowed = request.headers.authorization === `Bearer ${BOT_TOKEN}` && scopes.has("files:read");
  const file = files.get(id);
  if (!isAllowed) response.writeHead(200, { "content-type": "text/html" }).end("<title>Sign in</title>");
  else if (!file) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": "text/plain" }).end(file.text);
}

function giveTrouble(response: ServerResponse, trouble: Exclude<Trouble, { until: unknown }>): void {
  if ("error" in trouble) json(response, 200, { ok: false, ...trouble });
  else {
    const headers = trouble.retryAfter === undefined ? {} : { "retry-after": String(trouble.retryAfter) };
    response.writeHead(trouble.status, headers).end();
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
