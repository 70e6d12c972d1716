/** How the local Slack hands something to Teapot: a signed request, or an envelope through the socket. */
import { createHmac } from "node:crypto";
import type { LocalSlack } from "./local-slack.js";
import { SIGNING_SECRET } from "./slack-state.js";

export type Mode = "socket" | "http";

export interface Delivery {
  readonly type: "events_api" | "slash_commands" | "interactive";
  readonly payload: Readonly<Record<string, unknown>>;
  readonly retry?: { readonly num: number; readonly reason: string };
}

export interface Acknowledged {
  /** 200 for a socket's acknowledgement. */
  readonly status: number;
  /** What the acknowledgement carries; empty when nothing. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Wire {
  deliver(delivery: Delivery): Promise<Acknowledged>;
}

export function createWire(mode: Mode, slack: LocalSlack, teapotUrl: string): Wire {
  switch (mode) {
    case "http":
      return { deliver: (delivery) => deliverSigned(teapotUrl, delivery) };
    case "socket":
      return {
        deliver: async ({ type, payload, retry }) => {
          const again = retry && { retry_attempt: retry.num, retry_reason: retry.reason };
          const body = await slack.socket.send({ type, payload, accepts_response_payload: true, ...again });
          return { status: 200, body: isRecord(body) ? body : {} };
        },
      };
  }
}

/** Headers of a request that Slack would have signed at a time, in seconds since the epoch. */
export function signedHeaders(body: string, at = Math.floor(Date.now() / 1000), secret = SIGNING_SECRET) {
  const signature = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(at), "x-slack-signature": `v0=${signature}` };
}

/** The request that Slack makes of a delivery. */
export function requestOf({ type, payload, retry }: Delivery): { body: string; headers: Record<string, string> } {
  const isEvent = type === "events_api";
  const fields = type === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  const body = isEvent ? JSON.stringify(payload) : new URLSearchParams(fields).toString();
  const again = retry && { "x-slack-retry-num": String(retry.num), "x-slack-retry-reason": retry.reason };
  const contentType = isEvent ? "application/json" : "application/x-www-form-urlencoded";
  return { body, headers: { "content-type": contentType, ...again } };
}

async function deliverSigned(teapotUrl: string, delivery: Delivery): Promise<Acknowledged> {
  const { body, headers } = requestOf(delivery);
  const response = await fetch(`${teapotUrl}/slack/events`, {
    method: "POST",
    body,
    headers: { ...headers, ...signedHeaders(body) },
  });
  const text = await response.text();
  const parsed: unknown = text.startsWith("{") ? JSON.parse(text) : {};
  return { status: response.status, body: isRecord(parsed) ? parsed : {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
