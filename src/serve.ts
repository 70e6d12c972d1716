/** Runs connected adapters side by side until a signal: one that fails does not take the others with it. */
import { type Adapter, AdapterError, type Bot } from "./bot/bot.js";
import type { Config } from "./config.js";
import { createLogger, type Logger } from "./ops/logger.js";
import { createWebServer, type WebServer } from "./ops/web-server.js";

/** What every adapter is given. */
export interface Connected {
  readonly bot: Bot;
  readonly logger: Logger;
  /** Where an adapter can receive HTTP requests. It listens once all adapters have mounted theirs. */
  readonly web: WebServer;
  /** To be called when an adapter that had started cannot go on for good. */
  readonly onDown: (adapter: Adapter, error: AdapterError) => void;
}

/** How long what was begun may take when the process is told to stop. */
const STOP_MAX_MS = 10_000;

/** Starts the adapters that `connect` makes. The process ends with 1 when none is left, with 0 on SIGTERM and SIGINT. */
export async function serve(
  config: Config,
  bot: Bot,
  connect: (parts: Connected) => Promise<readonly Adapter[]>,
): Promise<void> {
  const logger = createLogger(config.logLevel);
  const web = createWebServer();
  const alive = new Set<Adapter>();
  const bury = (adapter: Adapter, error: unknown) => {
    alive.delete(adapter);
    logger.error({ adapter: adapter.name, ...(error instanceof AdapterError ? {} : { err: error }) }, messageOf(error));
    if (alive.size === 0) void end(1);
  };
  let ending = false;
  const end = async (exitCode: number) => {
    if (ending) return;
    ending = true;
    await Promise.race([
      Promise.allSettled([web.stop(), ...[...alive].map((adapter) => adapter.stop())]),
      pause(STOP_MAX_MS),
    ]);
    process.exit(exitCode);
  };
  endWithProcess(logger, end);

  for (const adapter of await connect({ bot, logger, web, onDown: bury })) {
    alive.add(adapter);
    web.watch(adapter.name, () => alive.has(adapter) && adapter.isUp());
  }
  const listening = await listen(config, web, logger);
  const starting = [...alive].filter((adapter) => listening || !needsPort(config, adapter));
  for (const adapter of alive) {
    if (!starting.includes(adapter))
      bury(adapter, new AdapterError(`${adapter.name} cannot be reached without port ${config.port}`));
  }
  await Promise.all(starting.map((adapter) => startOne(adapter, logger, bury)));
}

async function startOne(
  adapter: Adapter,
  logger: Logger,
  bury: (adapter: Adapter, error: unknown) => void,
): Promise<void> {
  try {
    await adapter.start();
    logger.info({ adapter: adapter.name }, `${adapter.name} is connected`);
  } catch (error) {
    bury(adapter, error);
  }
}

/** Slack's HTTP mode cannot do without the port; the health page alone can. */
function needsPort({ slack }: Config, adapter: Adapter): boolean {
  return adapter.name === "slack" && slack?.mode === "http";
}

/** Whether the port could be had. */
async function listen({ port }: Config, web: WebServer, logger: Logger): Promise<boolean> {
  try {
    logger.info({ port: await web.start(port) }, "listening");
    return true;
  } catch (error) {
    logger.error({ port }, `Port ${port} cannot be used (${messageOf(error)}). Set PORT to a free one.`);
    return false;
  }
}

function endWithProcess(logger: Logger, end: (exitCode: number) => Promise<void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      logger.info({ signal }, "stopping");
      void end(0);
    });
  }
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      logger.error({ err: error }, `${event}: the state is unknown, so the process ends`);
      void end(1);
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
