import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../../src/ops/logger.js";
import { askedWaitMs, isRefusedForGood, stoppedEarly } from "./connection-errors.js";
import { keepTrying } from "./keep-trying.js";
import { FAREWELL_MAX_MS, openSocket, type SocketClient } from "./open-socket.js";

export interface Supervisor {
  /** Resolves when the socket is open. Rejects when Slack refuses it for good, or when closed first. */
  open(): Promise<void>;
  close(): Promise<void>;
  isOpen(): boolean;
}

/**
 * Keeps a socket open. The SDK can reconnect by itself, but waits five seconds on every routine refresh and ends the
 * process when Slack refuses once (https://github.com/slackapi/node-slack-sdk/issues/2656), so this does it: at once, one
 * attempt at a time. `onRefused`: the socket was open, and Slack will not open it again.
 */
export function superviseSocket(client: SocketClient, logger: Logger, onRefused: (error: unknown) => void): Supervisor {
  const stopping = new AbortController();
  let isOpen = false;
  const open = () =>
    keepTrying({
      attempt: () => openSocket(client),
      isFinal: isRefusedForGood,
      askedWaitMs,
      onTrouble: (error) => logger.warn({ err: error ?? "the socket was closed" }, "Slack's socket does not open yet"),
      stopped: stopping.signal,
    });
  client.on("connected", () => {
    isOpen = true;
    if (stopping.signal.aborted) void client.disconnect(); // an attempt that was under way when we stopped
  });
  client.on("disconnected", () => {
    const isLost = isOpen && !stopping.signal.aborted; // if not, an attempt failed, and whoever made it knows
    isOpen = false;
    if (isLost) open().then(() => logger.info({}, "Slack's socket is open again"), refused);
  });
  const refused = (error: unknown) => {
    if (!stopping.signal.aborted) onRefused(error);
  };
  return {
    open,
    close: async () => {
      stopping.abort(stoppedEarly());
      await Promise.race([client.disconnect(), pause(FAREWELL_MAX_MS)]);
    },
    isOpen: () => isOpen,
  };
}
