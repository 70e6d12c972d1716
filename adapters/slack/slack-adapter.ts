/** Teapot on Slack, over HTTP or through a socket. */
import { App, webApi } from "@slack/bolt";
import type { Adapter, AdapterError } from "../../src/bot/bot.js";
import type { SlackConfig } from "../../src/config.js";
import type { Connected } from "../../src/serve.js";
import { clientOptions } from "./client-options.js";
import { createHttpConnection } from "./connect-http.js";
import { createSocketConnection } from "./connect-socket.js";
import type { Connection } from "./connection.js";
import { askedWaitMs, isRefusedForGood, refusedToken, stoppedEarly } from "./connection-errors.js";
import { createInFlight } from "./in-flight.js";
import { keepTrying } from "./keep-trying.js";
import { listen } from "./listen.js";
import { createOnce } from "./once.js";
import { fileOrigins } from "./open-file.js";
import type { Identity } from "./read-message.js";
import { createSdkLogger } from "./sdk-logger.js";
import { type Intake, watchIntake } from "./watch-intake.js";

type Parts = Connected & { readonly config: SlackConfig };

/** Slack shows an error for what is not acknowledged after three seconds. */
const ACKNOWLEDGE_MAX_MS = 3_000;
/** Both together stay below what the process gives its adapters, so that what is left can be logged. */
const FINISH_MAX_MS = 6_000;
/** No method may take longer; Slack's answer within a second. */
const CALL_MAX_MS = 10_000;

const REMEDY = "Copy the Bot User OAuth Token again, from the app's page OAuth & Permissions.";

/** Connects when started, and finishes what it has acknowledged when stopped. */
export function createSlackAdapter(parts: Parts): Adapter {
  const intake: Intake = { works: createInFlight(), debts: createInFlight() };
  const stopping = new AbortController();
  const adapter: Adapter = {
    name: "slack",
    start: async () => {
      const me = await identify(parts, stopping.signal);
      startApp(connection, me, { intake, stopping: stopping.signal }, parts);
      await connection.open();
    },
    stop: async () => {
      stopping.abort(stoppedEarly());
      await connection.close(() => intake.debts.idle(ACKNOWLEDGE_MAX_MS));
      const left = await intake.works.idle(FINISH_MAX_MS);
      if (left > 0) parts.logger.error({ left }, "stopped before all replies were posted");
    },
    isUp: () => connection.isOpen(),
  };
  const connection = createConnection(parts, (error) => parts.onDown(adapter, error));
  return adapter;
}

function createConnection({ config, web, logger }: Parts, onLost: (error: AdapterError) => void): Connection {
  switch (config.mode) {
    case "http":
      return createHttpConnection({ signingSecret: config.signingSecret, web, logger });
    case "socket":
      return createSocketConnection({ appToken: config.appToken, apiUrl: config.apiUrl, logger, onLost });
  }
}

/** Asks Slack who the token belongs to, for as long as Slack cannot be reached. Rejects when it is refused. */
async function identify({ config, logger }: Parts, stopped: AbortSignal): Promise<Identity> {
  const client = new webApi.WebClient(config.botToken, clientOptions(config.apiUrl, logger, CALL_MAX_MS));
  const attempt = () => client.auth.test();
  const onTrouble = (error: unknown) => logger.warn({ err: error }, "Slack cannot be reached yet");
  try {
    const answer = await keepTrying({ attempt, isFinal: isRefusedForGood, askedWaitMs, onTrouble, stopped });
    const { team_id: teamId = "", bot_id: botId = "", user_id: userId = "", user: name = "teapot" } = answer;
    return { teamId, botId, userId, name };
  } catch (error) {
    throw refusedToken("SLACK_BOT_TOKEN", error, REMEDY);
  }
}

interface Running {
  readonly intake: Intake;
  readonly stopping: AbortSignal;
}

function startApp(connection: Connection, me: Identity, running: Running, { config, bot, logger }: Parts): void {
  const app = new App({
    token: config.botToken,
    botId: me.botId,
    botUserId: me.userId,
    tokenVerificationEnabled: false, // done, and with both ids the SDK asks no more
    receiver: connection.receiver,
    clientOptions: clientOptions(config.apiUrl, logger, CALL_MAX_MS),
    logger: createSdkLogger(logger, "debug"),
    ignoreSelf: false, // it misses the bot's own edits; reading a message settles who wrote it
    convoStore: false, // its memory only grows
  });
  app.error(async (error) => logger.error({ err: error }, "Slack's event could not be handled"));
  const once = createOnce((key) => bot.claim(key));
  listen(app, { bot, logger, me, once, fileOrigins: fileOrigins(config.apiUrl), stopping: running.stopping });
  watchIntake(app, connection, running.intake, logger);
}
