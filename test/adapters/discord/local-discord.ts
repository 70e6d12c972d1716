/** Discord on this machine: its REST interface and its gateway. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import type { RawInteraction } from "./interaction-payloads.js";
import { createLocalGateway, type LocalGateway, ONE_GUILD } from "./local-gateway.js";
import {
  type Answer,
  type BotResponse,
  handleRequest,
  type PostedByBot,
  type Refusal,
  type RestState,
} from "./local-rest.js";
import { BOT, CHANNEL, snowflake } from "./payloads.js";

export const TOKEN = "MTA5OTk5OTk5OTk5OTk5OTk5OQ.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB";

export interface LocalDiscordOptions {
  readonly token?: string;
  /** What the gateway accepts, where that differs. */
  readonly gatewayToken?: string;
  readonly grantsContent?: boolean;
  readonly guilds?: readonly object[];
  /** Fixed, to come back at the same address. */
  readonly port?: number;
  /** False takes every body as it is, where only the speed matters. */
  readonly checks?: boolean;
  /** Told of every message that the bot posts. */
  readonly onPost?: (message: PostedByBot) => void;
}

export interface LocalDiscord
  extends Pick<
    RestState,
    "problems" | "calls" | "messages" | "deleted" | "commands" | "interactionTokens" | "filledIn" | "files"
  > {
  readonly apiUrl: string;
  readonly port: number;
  readonly gateway: LocalGateway;
  /** Switches the Message Content intent on or off. */
  grantContent(granted: boolean): void;
  refuse(refusal: Refusal): void;
  /** Sends an interaction and returns what the bot answers. */
  interact(raw: RawInteraction): Promise<BotResponse>;
  stop(): Promise<void>;
}

const GATEWAY = "/gw";
const PREFIX = "/api/v10";

export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const state = createState(options, () => `ws://127.0.0.1:${portOf(server)}${GATEWAY}`);
  const server = createRestServer(state);
  const gatewayOptions = {
    token: options.gatewayToken ?? state.token,
    grantsContent: options.grantsContent ?? true,
    guilds: options.guilds ?? ONE_GUILD,
  };
  const gateway = createLocalGateway(server, GATEWAY, gatewayOptions);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  return {
    ...state,
    gateway,
    port: portOf(server),
    apiUrl: `http://127.0.0.1:${portOf(server)}/api`,
    grantContent: (granted) => {
      gatewayOptions.grantsContent = granted;
    },
    refuse: (refusal) => void state.refusals.push({ ...refusal, left: refusal.times ?? 1 }),
    interact: (raw) => {
      state.interactionTokens.set(raw.id, raw.token);
      return new Promise((take) => {
        state.waiting.set(raw.id, take);
        gateway.dispatch("INTERACTION_CREATE", raw);
      });
    },
    stop: async () => {
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createState(
  { token = TOKEN, checks = true, onPost = () => {} }: LocalDiscordOptions,
  gatewayUrl: () => string,
) {
  const state: RestState = {
    token,
    gatewayUrl,
    checks,
    onPost,
    problems: [],
    calls: [],
    messages: new Map(),
    deleted: [],
    commands: new Map(),
    refusals: [],
    interactionTokens: new Map(),
    waiting: new Map(),
    promised: new Set(),
    filledIn: new Map(),
    files: new Map(),
    nonces: new Map(),
  };
  return state;
}

function createRestServer(state: RestState): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    const file = state.files.get(request.url ?? "");
    if (file) {
      if (request.headers.authorization !== undefined) state.problems.push("a token was sent to the file server");
      return void response.writeHead(file.status ?? 200, file.headers).end(file.content);
    }
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const path = (request.url ?? "").replace(PREFIX, "");
      const call = { method: request.method ?? "", path, body: raw === "" ? undefined : JSON.parse(raw) };
      write(response, handleRequest(state, call, request.headers.authorization));
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (status === 0) return;
  // An answer without content must not claim to be JSON: discord.js would read it.
  response.writeHead(status, { ...(body !== undefined && { "content-type": "application/json" }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** What Discord hands back with a press on a button of this response. A message stays private when it is replaced. */
export function asMessage({ type, data }: BotResponse): object {
  const isPrivate = type === InteractionResponseType.UpdateMessage || data.flags === MessageFlags.Ephemeral;
  return {
    id: snowflake(),
    channel_id: CHANNEL,
    author: BOT,
    edited_timestamp: null,
    attachments: [],
    ...data,
    embeds: data.embeds.map((embed) => ({ type: "rich", content_scan_version: 2, ...embed })),
    components: data.components.map((row, index) => ({ id: index + 1, ...row })),
    flags: isPrivate ? MessageFlags.Ephemeral : 0,
  };
}
