/** Keeps a process on 127.0.0.1: any other connection is refused and noted. Import it before anything that connects. */
import { Socket } from "node:net";

/** Every address that was asked for and is not this machine's. */
export const escapes: string[] = [];

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
  const host = hostOf(args);
  if (host === undefined || LOOPBACK.has(host)) return connect.apply(this, args);
  escapes.push(host);
  process.stderr.write(`LOOPBACK ONLY: ${host}\n`);
  return this.destroy(new Error(`${host} is not this machine`));
} as typeof connect;

/** node:net normalizes its arguments to an array before it comes here. Undefined for pipes, and where no host is named. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null && "host" in first && typeof first.host === "string")
    return first.host;
  return typeof second === "string" ? second : undefined;
}
