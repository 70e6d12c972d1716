/** Slack's events through a WebSocket that we open: no public address needed. */
import { SocketModeReceiver } from "@slack/bolt";
import { AdapterError } from "../../src/bot/bot.js";
import type { Logger } from "../../src/ops/logger.js";
import { clientOptions } from "./client-options.js";
import type { Connection } from "./connection.js";
import { refusedToken } from "./connection-errors.js";
import { OPEN_MAX_MS, shieldSocket } from "./open-socket.js";
import { superviseSocket } from "./reconnect.js";
import { createSdkLogger } from "./sdk-logger.js";

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  /** The socket was open, and will never be again. */
  readonly onLost: (error: AdapterError) => void;
}

const REMEDY =
  "It must be an App-Level Token with the scope connections:write, from the app's page Basic Information, and Socket Mode must be on.";

export function createSocketConnection({ appToken, apiUrl, logger, onLost }: SocketOptions): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: createSdkLogger(logger, "debug"),
    installerOptions: { clientOptions: clientOptions(apiUrl, logger, OPEN_MAX_MS) },
  });
  const { client } = receiver;
  shieldSocket(client, logger);
  const socket = superviseSocket(client, logger, (error) => {
    const explained = refusedToken("SLACK_APP_TOKEN", error, REMEDY);
    if (explained instanceof AdapterError) onLost(explained);
  });
  return {
    receiver,
    pack: (message) => message,
    open: () => socket.open().catch((error: unknown) => Promise.reject(refusedToken("SLACK_APP_TOKEN", error, REMEDY))),
    close: async (acknowledged) => {
      await acknowledged();
      client.removeAllListeners("slack_event"); // Slack sends to another socket what this one no longer acknowledges
      await socket.close();
    },
    isOpen: socket.isOpen,
  };
}
