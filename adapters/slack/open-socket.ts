/** The SDK's socket, without the ways in which it hangs or ends the process. */
import type { SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";

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
 * The SDK reads frames in a listener whose rejections nobody catches, and rejects on an event without `event`, as
 * app_rate_limited is one: it would end the process. To be called once, before the socket opens.
 */
export function shieldSocket(client: SocketClient, logger: Logger): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (...frame: unknown[]) => {
    try {
      for (const read of readers) await read(...frame);
    } catch (error) {
      logger.warn({ err: error }, "a frame of Slack's could not be read");
    }
    if (isFarewell(frame[0])) insist(client);
  });
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
