/** The SDK's socket, without the ways in which it hangs or ends the process. */
import type { SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";

import { type Fields, fieldsIn, fieldsOf, textIn } from "./read-fields.js";

export type SocketClient = SocketModeReceiver["client"];

/** From asking for an address to Slack's hello. */
export const OPEN_MAX_MS = 5_000;
/** What a peer gets to answer our farewell: Slack does so at once. */
export const FAREWELL_MAX_MS = 500;

/** Rejects when Slack refuses, when the socket closes first, and when nothing happens for too long. */
export async function openSocket(client: SocketClient): Promise<void> {
  const impatience = setTimeout(() => {
    client.websocket?.disconnect();
    insist(client);
  }, OPEN_MAX_MS);
  try {
    await client.start();
  } finally {
    clearTimeout(impatience);
  }
}

/**
 * The SDK reads frames in a listener whose rejections nobody catches, and rejects on an event without `event`: it would
 * end the process. app_rate_limited is one, so it is handed on here. To be called once, before the socket opens.
 */
export function shieldSocket(client: SocketClient, logger: Logger): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (...frame: unknown[]) => {
    const warning = readRateWarning(frame[0]);
    try {
      if (warning) client.emit("slack_event", { ...warning, ack: () => acknowledge(client, warning.envelope_id) });
      else for (const read of readers) await read(...frame);
    } catch (error) {
      logger.warn({ err: error }, "a frame of Slack's could not be read");
    }
    if (isFarewell(frame[0])) insist(client);
  });
}

interface RateWarning {
  readonly envelope_id: string;
  readonly type: "events_api";
  readonly body: Fields;
}

/** Slack's word that it drops events, which has no `event`. */
function readRateWarning(message: unknown): RateWarning | undefined {
  if (typeof message !== "string" || message.length > 10_000 || !message.includes(RATE_WARNING)) return undefined;
  const frame = fieldsOf(parseJson(message));
  const body = fieldsIn(frame, "payload");
  if (textIn(body, "type") !== RATE_WARNING) return undefined;
  return { envelope_id: textIn(frame, "envelope_id"), type: "events_api", body };
}

const RATE_WARNING = "app_rate_limited";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As the SDK does it, in a method that it keeps to itself. */
async function acknowledge({ websocket }: SocketClient, envelopeId: string): Promise<void> {
  if (websocket?.isActive()) websocket.send(JSON.stringify({ envelope_id: envelopeId, payload: {} }), () => {});
}

/** Slack's frame that asks us to come back through a new socket; the SDK has begun to close the old one. */
function isFarewell(message: unknown): boolean {
  return typeof message === "string" && message.length < 1_000 && message.includes('"disconnect"');
}

const CLOSING = 2;

/** A peer that does not answer our farewell would hold us for half a minute: the SDK cuts the line when told twice. */
function insist({ websocket }: SocketClient): void {
  const cut = () => {
    if (websocket?.readyState === CLOSING) websocket.disconnect();
  };
  setTimeout(cut, FAREWELL_MAX_MS).unref();
}
