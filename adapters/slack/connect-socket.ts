/** Slack's events through a WebSocket that we open: no public address needed. */
import { setTimeout as pause } from "node:timers/promises";
import { SocketModeReceiver } from "@slack/bolt";
import { AdapterError } from "../../src/bot/bot.js";
import type { Logger } from "../../src/ops/logger.js";
import { clientOptions } from "./client-options.js";
import type { Connection } from "./connection.js";
import { askedWaitMs, isRefusedForGood } from "./connection-errors.js";
import { keepTrying } from "./keep-trying.js";
import { createSdkLogger } from "./sdk-logger.js";
import { refusalOf } from "./slack-errors.js";

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  /** The socket was open, and will never be again. */
  readonly onLost: (error: AdapterError) => void;
}

/** From asking for an address to Slack's hello. */
const OPEN_MAX_MS = 5_000;
/** What a peer gets to answer our farewell: Slack does so at once. */
const FAREWELL_MAX_MS = 500;

type Client = SocketModeReceiver["client"];

/**
 * The SDK can reconnect by itself, but waits five seconds on every routine refresh and ends the process when Slack refuses
 * once (https://github.com/slackapi/node-slack-sdk/issues/2656), so this does it: at once, one attempt at a time.
 */
export function createSocketConnection({ appToken, apiUrl, logger, onLost }: SocketOptions): Connection {
  const sdkLogger = createSdkLogger(logger, "debug");
  const installerOptions = { clientOptions: clientOptions(apiUrl, logger, OPEN_MAX_MS) };
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: sdkLogger,
    installerOptions,
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let isOpen = false;

  const connect = () =>
    keepTrying({
      attempt: () => openOnce(client),
      isFinal: isRefusedForGood,
      askedWaitMs,
      onTrouble: (error) => logger.warn({ err: error ?? "the socket was closed" }, "Slack's socket does not open yet"),
      stopped: stopping.signal,
    }).catch((error: unknown) => Promise.reject(describe(error)));
  shield(client, logger);
  client.on("ws_message", (message: unknown) => {
    if (isFarewell(message)) insist(client);
  });
  client.on("connected", () => {
    isOpen = true;
    if (stopping.signal.aborted) void client.disconnect(); // an attempt that was under way when we stopped
  });
  client.on("disconnected", () => {
    if (!isOpen) return; // an attempt that failed; whoever made it knows
    isOpen = false;
    if (stopping.signal.aborted) return;
    connect().then(
      () => logger.info({}, "Slack's socket is open again"),
      (error: unknown) => {
        if (error instanceof AdapterError && !stopping.signal.aborted) onLost(error);
      },
    );
  });

  return {
    receiver,
    pack: (message) => message,
    open: connect,
    refuse: () => void client.removeAllListeners("slack_event"),
    close: async () => {
      stopping.abort(new AdapterError("Slack was not reached before the stop."));
      await Promise.race([client.disconnect(), pause(FAREWELL_MAX_MS)]);
    },
    isOpen: () => isOpen,
  };
}

/**
 * The SDK reads frames in a listener whose rejections nobody catches, and rejects on an event without `event`, as
 * app_rate_limited is one: it would end the process.
 */
function shield(client: Client, logger: Logger): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (...frame: unknown[]) => {
    try {
      for (const read of readers) await read(...frame);
    } catch (error) {
      logger.warn({ err: error }, "a frame of Slack's could not be read");
    }
  });
}

/** Rejects when Slack refuses, when the socket closes first, and when nothing happens for too long. */
async function openOnce(client: Client): Promise<void> {
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

/** Slack's frame that asks us to come back through a new socket. The SDK closes the old one before we hear of it. */
function isFarewell(message: unknown): boolean {
  return typeof message === "string" && message.length < 1_000 && message.includes('"disconnect"');
}

const CLOSING = 2;

/** A peer that does not answer our farewell would hold us for half a minute: the SDK cuts the line when told twice. */
function insist({ websocket }: Client): void {
  const cut = () => {
    if (websocket?.readyState === CLOSING) websocket.disconnect();
  };
  setTimeout(cut, FAREWELL_MAX_MS).unref();
}

function describe(error: unknown): unknown {
  const refusal = refusalOf(error);
  if (refusal === undefined) return error;
  return new AdapterError(
    `Slack does not accept SLACK_APP_TOKEN (${refusal}). It must be an App-Level Token with the scope connections:write, from the app's page Basic Information, and Socket Mode must be on.`,
  );
}
