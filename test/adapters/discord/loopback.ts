/** Tells of every connection that leaves this machine, and lets none do so. */
import { Socket } from "node:net";

const strangers: string[] = [];
const LOCAL = new Set(["127.0.0.1", "::1", "localhost"]);
const connect = Socket.prototype.connect;

/** Where connections were attempted since the last call; empties the list. */
export function takeStrangers(): readonly string[] {
  return strangers.splice(0);
}

Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const host =
    typeof first === "object" && first !== null && "host" in first ? String(first.host ?? "localhost") : "localhost";
  if (!LOCAL.has(host)) {
    strangers.push(host);
    throw new Error(`${host} is not this machine`);
  }
  return Reflect.apply(connect, this, given);
} as typeof connect;

/** The same for a process of its own, as an argument of Node: it ends with this code. */
export const LEFT_LOOPBACK = 97;
const GUARD = `import { Socket } from "node:net";
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const host = first?.host ?? "localhost";
  if (!["127.0.0.1", "::1", "localhost"].includes(host)) process.exit(${LEFT_LOOPBACK});
  return connect.apply(this, given);
};`;
export const LOOPBACK_OPTION = `--import=data:text/javascript,${encodeURIComponent(GUARD)}`;
