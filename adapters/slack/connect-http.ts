/** Slack's requests over HTTP, on the process's own server. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";
import type { WebServer } from "../../src/ops/web-server.js";
import type { Connection } from "./connection.js";
import { jsonOnce } from "./render-once.js";
import { createSdkLogger } from "./sdk-logger.js";

export const SLACK_HTTP_PATH = "/slack/events";
/** Slack's largest requests are messages of 40,000 characters with as much again in blocks. */
const BODY_MAX_BYTES = 512 * 1024;
/** Older requests are refused by the SDK, which takes any from the future. */
const CLOCK_SKEW_MAX_S = 60;

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
    bodyLimit: BODY_MAX_BYTES,
    logger: createSdkLogger(logger, "warn"),
  });
  let isOpen = false;
  web.mount(SLACK_HTTP_PATH, (request, response) => {
    const refusal = isOpen ? refusalStatus(request) : 503;
    if (refusal) return turnAway(request, response, refusal);
    response.setHeader("content-type", "application/json"); // the SDK takes packed messages for plain text
    receiver.requestListener(withPlainContentType(request), response);
  });
  return {
    receiver,
    pack: jsonOnce,
    open: async () => {
      isOpen = true;
    },
    refuse: () => {
      isOpen = false;
    },
    close: async () => {},
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
function withPlainContentType(request: IncomingMessage): IncomingMessage {
  const type = request.headers["content-type"];
  if (type?.includes(";")) request.headers["content-type"] = type.split(";", 1)[0]?.trim();
  return request;
}
