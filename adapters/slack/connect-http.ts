/** Slack's requests over HTTP, on the process's own server. */
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";
import type { WebServer } from "../../src/ops/web-server.js";
import type { Connection } from "./connection.js";
import { createInFlight } from "./in-flight.js";
import { holdsObject, readBody } from "./read-body.js";
import { jsonOnce } from "./render-once.js";
import { createSdkLogger } from "./sdk-logger.js";

export const SLACK_HTTP_PATH = "/slack/events";
/** Slack's largest requests are messages of 40,000 characters with as much again in blocks. */
const BODY_MAX_BYTES = 512 * 1024;
/** Older requests are refused by the SDK, which takes any from the future. */
const CLOCK_SKEW_MAX_S = 60;

/** Slack waits no longer for an answer. */
const ANSWER_MAX_MS = 3_000;

export interface HttpOptions {
  readonly signingSecret: string;
  readonly web: WebServer;
  readonly logger: Logger;
}

/** Mounts the path at once, and answers 503 until opened: Slack repeats events then. */
export function createHttpConnection({ signingSecret, web, logger }: HttpOptions): Connection {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: SLACK_HTTP_PATH,
    logger: createSdkLogger(logger, "warn"),
  });
  const requests = createInFlight();
  let isOpen = false;
  web.mount(SLACK_HTTP_PATH, (request, response) => {
    const refusal = isOpen ? refusalStatus(request) : 503;
    if (refusal) return turnAway(request, response, refusal);
    void requests.track(once(response, "close")); // from the first byte on: a stop waits for the rest
    void take(request, response).catch(() => response.destroy()); // its sender went away
  });
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const contentType = plainContentType(request);
    const rawBody = await readBody(request, BODY_MAX_BYTES);
    if (!rawBody) return turnAway(request, response, 413);
    if (!holdsObject(rawBody.toString(), contentType)) return turnAway(request, response, 400);
    request.headers["content-type"] = contentType;
    response.setHeader("content-type", "application/json"); // the SDK takes packed messages for plain text
    receiver.requestListener(Object.assign(request, { rawBody }), response);
  }
  return {
    receiver,
    pack: jsonOnce,
    open: async () => {
      isOpen = true;
    },
    close: async () => {
      isOpen = false;
      await requests.idle(ANSWER_MAX_MS);
    },
    isOpen: () => isOpen,
  };
}

/** The HTTP status of a request that need not be looked at any further. */
function refusalStatus({ method, headers }: IncomingMessage): number | undefined {
  if (method !== "POST") return 405;
  const sentAt = headers["x-slack-request-timestamp"];
  const isFromFuture = sentAt !== undefined && !(Number(sentAt) <= Date.now() / 1000 + CLOCK_SKEW_MAX_S);
  return isFromFuture ? 401 : undefined;
}

/** The rest of the body is not waited for, so the connection cannot be used again. */
function turnAway(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close", ...(status === 405 && { allow: "POST" }) }).end();
  request.resume();
}

/** Some proxies add a charset, which the SDK does not expect. */
function plainContentType({ headers }: IncomingMessage): string {
  return (headers["content-type"] ?? "").split(";", 1)[0]?.trim() ?? "";
}
