/** Keeps a process on 127.0.0.1: any other connection is refused and noted. Import it before anything that connects. */
import { Socket } from "node:net";

/** Every host that was asked for and is not this machine. */
export const escapes: string[] = [];

refuseEscapes(Socket, (host) => void escapes.push(host));

/** Stands alone, so that its source can be given to a child process. */
function refuseEscapes(socket: typeof Socket, onEscape: (host: string) => void): void {
  const connect = socket.prototype.connect;
  socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
    // node:net normalizes its arguments to an array before it comes here; pipes have no host
    const [options, second] = (Array.isArray(args[0]) ? args[0] : args) as readonly unknown[];
    const named = typeof options === "object" && options !== null && "host" in options ? options.host : second;
    if (typeof named !== "string" || ["127.0.0.1", "::1", "localhost"].includes(named))
      return connect.apply(this, args);
    onEscape(named);
    return this.destroy(new Error(`${named} is not this machine`));
  } as typeof connect;
}

/** For `node --import`: ends the child with 70 when it leaves loopback. */
export const GUARD_FOR_CHILD = `data:text/javascript,${encodeURIComponent(
  `import { Socket } from "node:net"; (${refuseEscapes})(Socket, (host) => { console.error("left for", host); process.exit(70); });`,
)}`;
