/** Slack's side of Socket Mode: hello, envelopes, acknowledgements, farewells. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

export interface SocketServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Open sockets that have had their hello. */
  count(): number;
  /** Sends an envelope over one of them; resolves with the payload of its acknowledgement. */
  send(envelope: object): Promise<unknown>;
  /** Sends a frame and waits for nothing. */
  push(frame: object): void;
  /** Asks the client to come back through a new socket, as Slack does every few hours. */
  refresh(): void;
  /** Cuts the lines without a farewell. */
  cut(): void;
  /** Stops reading: whatever the client says is not answered. */
  freeze(): void;
  close(): void;
}

export function createSocketServer(): SocketServer {
  const server = new WebSocketServer({ noServer: true });
  const waiting = new Map<string, (payload: unknown) => void>();
  let envelopes = 0;

  server.on("connection", (socket: WebSocket) => {
    socket.on("message", (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      waiting.get(id)?.(payload);
      waiting.delete(id);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
  });
  const open = () => [...server.clients].filter((socket) => socket.readyState === socket.OPEN);

  return {
    upgrade: (request, socket, head) => {
      server.handleUpgrade(request, socket, head, (client) => server.emit("connection", client, request));
    },
    count: () => open().length,
    send: (envelope) => {
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      const [socket] = open();
      if (!socket) return Promise.reject(new Error("no socket is open"));
      socket.send(JSON.stringify({ ...envelope, envelope_id: id }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    push: (frame) => {
      for (const socket of open()) socket.send(JSON.stringify(frame));
    },
    refresh: () => {
      for (const socket of open()) socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    cut: () => {
      for (const socket of server.clients) socket.terminate();
    },
    freeze: () => {
      for (const socket of server.clients) socket.pause();
    },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
