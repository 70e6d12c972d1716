/** Stays connected to Discord's gateway: what a new client can mend is mended, the rest is told. */
import { setTimeout } from "node:timers/promises";
import { type Client, Events, Status } from "discord.js";
import { AdapterError } from "../../src/bot/bot.js";
import type { Logger } from "../../src/ops/logger.js";
import { CONTENT_REFUSED, type LoginOutcome, logIn, readCloseCode } from "./login.js";

export interface ConnectionParts {
  readonly token: string;
  /** Makes a client with its listeners. `seesMessages`: with the Message Content intent. */
  readonly makeClient: (seesMessages: boolean) => Client;
  readonly logger: Logger;
  /** Called when a connection that had been there is lost for good. */
  readonly onLost: (error: AdapterError) => void;
  /** The first pause before connecting again; doubled from try to try. */
  readonly backoffFirstMs: number;
}

export interface Connection {
  /** Resolves when connected, however long Discord cannot be reached. Rejects with an AdapterError when it refuses. */
  open(): Promise<void>;
  close(): Promise<void>;
  isUp(): boolean;
}

const BACKOFF_MAX_MS = 60_000;
const CLOSED: LoginOutcome = { kind: "refused", message: "Stopped before Discord could be reached." };
/** Without the Message Content intent, none is left that an operator could switch on. */
const INTENTS_REFUSED = "Discord refuses intents that need no permission (4014). Update Teapot.";

export function createConnection(parts: ConnectionParts): Connection {
  const state: State = { ...parts, closing: new AbortController(), client: undefined, seesMessages: true };
  return {
    open: () => connect(state),
    close: async () => {
      state.closing.abort();
      await state.client?.destroy();
    },
    isUp: () => {
      const shards = state.client?.ws.shards;
      return shards !== undefined && shards.size > 0 && shards.every(isConnected);
    },
  };
}

interface State extends ConnectionParts {
  readonly closing: AbortController;
  /** The only one that counts; those before it are dead. */
  client: Client | undefined;
  seesMessages: boolean;
}

/** Tries until it is connected. Throws an AdapterError when trying again is useless. */
async function connect(state: State): Promise<void> {
  const { logger, closing } = state;
  for (let backoffMs = state.backoffFirstMs; ; backoffMs = Math.min(backoffMs * 2, BACKOFF_MAX_MS)) {
    const outcome = await tryOnce(state);
    switch (outcome.kind) {
      case "connected":
        return;
      case "refused":
        throw new AdapterError(outcome.message);
      case "content-refused":
        doWithoutMessages(state);
        break;
      case "unreachable":
        logger.warn({ err: outcome.error, ms: backoffMs }, "Discord cannot be reached; trying again after a pause");
        await pause(backoffMs, closing.signal);
    }
  }
}

async function tryOnce(state: State): Promise<LoginOutcome> {
  const { signal } = state.closing;
  if (signal.aborted) return CLOSED;
  const client = state.makeClient(state.seesMessages);
  state.client = client;
  const closed = new Promise<LoginOutcome>((resolve) => {
    signal.addEventListener("abort", () => resolve(CLOSED), { once: true });
  });
  const outcome = await Promise.race([logIn(client, state.token), closed]);
  if (outcome.kind === "connected")
    client.on(Events.ShardDisconnect, ({ code }) => replace(state, client, readCloseCode(code)));
  return outcome;
}

/** discord.js reconnects by itself, except after these; then the client is dead, and only a new one helps. */
function replace(state: State, dead: Client, outcome: LoginOutcome): void {
  if (dead !== state.client || state.closing.signal.aborted) return;
  state.client = undefined;
  dead.destroy().catch((error: unknown) => state.logger.debug({ err: error }, "the old connection did not close"));
  connectAfter(state, outcome).catch((error: unknown) => {
    if (!state.closing.signal.aborted)
      state.onLost(error instanceof AdapterError ? error : new AdapterError(String(error)));
  });
}

async function connectAfter(state: State, outcome: LoginOutcome): Promise<void> {
  if (outcome.kind === "refused") throw new AdapterError(outcome.message);
  if (outcome.kind === "content-refused") doWithoutMessages(state);
  await connect(state);
}

function doWithoutMessages(state: State): void {
  if (!state.seesMessages) throw new AdapterError(INTENTS_REFUSED);
  state.seesMessages = false;
  state.logger.warn({}, CONTENT_REFUSED);
}

/** Events arrive from the moment the gateway is ready, while it still sends the servers. */
function isConnected({ status }: { readonly status: Status }): boolean {
  return status === Status.Ready || status === Status.WaitingForGuilds;
}

/** Somewhat random, so that many processes do not come back at the same moment. Ends early when stopped. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms * (0.8 + Math.random() * 0.4), undefined, { signal }).catch(() => {});
}
