import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../../src/ops/logger.js";
import { askedWaitMs, isRefusedForGood, stoppedEarly } from "./connection-errors.js";
import { jitteredWaitMs, keepTrying } from "./keep-trying.js";
import { FAREWELL_MAX_MS, openSocket, type SocketClient } from "./open-socket.js";

/** A socket that lasted as long was a good one: Slack's routine is hours. After a shorter one, attempts slow down. */
const STEADY_MS = 5_000;

export interface Supervisor {
  /** Resolves when the socket is open. Rejects when Slack refuses it for good, or when closed first. */
  open(): Promise<void>;
  close(): Promise<void>;
  isOpen(): boolean;
}

/**
 * Keeps a socket open. The SDK can reconnect by itself, but waits five seconds on every routine refresh and ends the
 * process when Slack refuses once (https://github.com/slackapi/node-slack-sdk/issues/2656), so this does it: within a
 * second, one attempt at a time. `onRefused`: the socket was open, and Slack will not open it again.
 */
export function superviseSocket(client: SocketClient, logger: Logger, onRefused: (error: unknown) => void): Supervisor {
  const stopping = new AbortController();
  let isOpen = false;
  let openedAt = 0;
  let briefSockets = 0; // in a row
  const open = () =>
    keepTrying({
      failedBefore: briefSockets,
      attempt: () => openSocket(client),
      isFinal: isRefusedForGood,
      askedWaitMs,
      onTrouble: (error) => logger.warn({ err: error ?? "the socket was closed" }, "Slack's socket does not open yet"),
      stopped: stopping.signal,
    });
  const reopen = async () => {
    briefSockets = performance.now() - openedAt < STEADY_MS ? briefSockets + 1 : 0;
    if (briefSockets > 0) await pause(jitteredWaitMs(briefSockets - 1), undefined, { signal: stopping.signal });
    await open();
  };
  client.on("connected", () => {
    isOpen = true;
    openedAt = performance.now();
    if (stopping.signal.aborted) void client.disconnect(); // an attempt that was under way when we stopped
  });
  client.on("disconnected", () => {
    const isLost = isOpen && !stopping.signal.aborted; // if not, an attempt failed, and whoever made it knows
    isOpen = false;
    if (isLost) reopen().then(() => logger.info({}, "Slack's socket is open again"), refused);
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
