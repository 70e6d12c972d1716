/** The one HTTP server of the process: a health page, and what adapters mount. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface WebServer {
  /** Hands requests for exactly this path to `listener`. */
  mount(path: string, listener: RequestListener): void;
  /** Adds a line to the health page; one that is down makes the page answer 503. */
  watch(name: string, isUp: () => boolean): void;
  /** Listens; resolves with the port. Rejects when the port cannot be had. */
  start(port: number, host?: string): Promise<number>;
  /** Stops taking requests and waits for those under way. */
  stop(): Promise<void>;
}

export const HEALTH_PATH = "/healthz";
/** A request must arrive whole within this time; Slack's arrive in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;

export function createWebServer(): WebServer {
  const listeners = new Map<string, RequestListener>();
  const checks = new Map<string, () => boolean>();
  listeners.set(HEALTH_PATH, (_request, response) => answerHealth(checks, response));
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
    (request, response) => {
      const listener = listeners.get(pathOf(request));
      if (listener) listener(request, response);
      else response.writeHead(404, { "content-type": "text/plain" }).end("Nothing here.\n");
    },
  );
  return {
    mount: (path, listener) => void listeners.set(path, listener),
    watch: (name, isUp) => void checks.set(name, isUp),
    start: (port, host) => listen(server, port, host),
    stop: () => close(server),
  };
}

function answerHealth(checks: ReadonlyMap<string, () => boolean>, response: ServerResponse): void {
  const states = Object.fromEntries([...checks].map(([name, isUp]) => [name, isUp() ? "up" : "down"]));
  const allUp = Object.values(states).every((state) => state === "up");
  response.writeHead(allUp ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(`${JSON.stringify(states)}\n`);
}

/** The path without the query. Never throws, whatever the request line holds. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

function listen(server: Server, port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host && { host }) }, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
