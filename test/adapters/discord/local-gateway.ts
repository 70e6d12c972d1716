/** Discord's gateway on this machine: identify, resume, dispatch, and closing with the codes that it closes with. */
import type { Server } from "node:http";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import { BOT, guild } from "./payloads.js";

export interface GatewayOptions {
  readonly token: string;
  /** Whether the Message Content intent is switched on. May change while it runs. */
  grantsContent: boolean;
  /** Servers that the bot is in, by GUILD_CREATE. */
  readonly guilds: readonly object[];
}

export interface LocalGateway {
  readonly identifies: { readonly intents: number }[];
  readonly resumes: number[];
  /** Sends an event, or keeps it for when the connection is resumed. */
  dispatch(event: string, data: object): void;
  /** Closes all connections. */
  drop(code: number): void;
  stop(): Promise<void>;
}

const SESSION = "session";
const HEARTBEAT_MS = 45_000;

interface Sent {
  readonly op: number;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

export function createLocalGateway(server: Server, path: string, options: GatewayOptions): LocalGateway {
  const sockets = new WebSocketServer({ server, path });
  const identifies: { intents: number }[] = [];
  const resumes: number[] = [];
  const events: Sent[] = [];
  const ready = new Set<WebSocket>();

  const event = (t: string, d: unknown): Sent => ({ op: GatewayOpcodes.Dispatch, t, s: events.length + 1, d });
  const send = (socket: WebSocket, payload: object) => socket.send(JSON.stringify(payload));
  const dispatch = (t: string, d: unknown) => {
    const sent = event(t, d);
    events.push(sent);
    for (const socket of ready) send(socket, sent);
  };

  function identify(socket: WebSocket, { token, intents }: { readonly token: string; readonly intents: number }): void {
    identifies.push({ intents });
    const wantsContent = (intents & GatewayIntentBits.MessageContent) !== 0;
    if (token !== options.token) socket.close(GatewayCloseCodes.AuthenticationFailed);
    else if (wantsContent && !options.grantsContent) socket.close(GatewayCloseCodes.DisallowedIntents);
    else welcome(socket);
  }

  function welcome(socket: WebSocket): void {
    ready.add(socket);
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const guilds = options.guilds.map((each) => ({ ...each, unavailable: true }));
    const application = { id: BOT.id, flags: 0 };
    const resume_gateway_url = `ws://127.0.0.1:${port}${path}`;
    dispatch("READY", { v: 10, user: BOT, guilds, session_id: SESSION, resume_gateway_url, application });
    for (const each of options.guilds) dispatch("GUILD_CREATE", each);
  }

  function resume(socket: WebSocket, { seq }: { readonly seq: number }): void {
    resumes.push(seq);
    for (const missed of events.filter(({ s }) => s > seq)) send(socket, missed);
    ready.add(socket);
    dispatch("RESUMED", {});
  }

  sockets.on("connection", (socket) => {
    socket.on("close", () => ready.delete(socket));
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw));
      if (op === GatewayOpcodes.Heartbeat) send(socket, { op: GatewayOpcodes.HeartbeatAck });
      if (op === GatewayOpcodes.Identify) identify(socket, d);
      if (op === GatewayOpcodes.Resume) resume(socket, d);
    });
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_MS } });
  });

  return {
    identifies,
    resumes,
    dispatch,
    drop: (code) => {
      ready.clear();
      for (const socket of sockets.clients) socket.close(code);
    },
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}

/** The server in which the tests play. */
export const ONE_GUILD = [guild()];
