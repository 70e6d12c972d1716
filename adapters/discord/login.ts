/** One try to log in, and what its failure means. */
import {
  type Client,
  type CloseEvent,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
} from "discord.js";

export type LoginOutcome =
  | { readonly kind: "connected" }
  /** The Message Content intent is not switched on. */
  | { readonly kind: "content-refused" }
  /** Trying again is useless. `message` is for the operator. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "unreachable"; readonly error: unknown };

const PORTAL = "https://discord.com/developers/applications";

export const TOKEN_REFUSED = `Discord does not accept DISCORD_TOKEN. Copy it again: ${PORTAL}, your application, Bot, Reset Token.`;

export const CONTENT_REFUSED = `Discord does not let this bot read messages that do not address it, so it explains logs and questions only when asked. To change that: ${PORTAL}, your application, Bot, Privileged Gateway Intents, switch on Message Content Intent, then restart.`;

/** By the code with which the gateway closes a connection for good. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, TOKEN_REFUSED],
  [GatewayCloseCodes.InvalidShard, "Discord does not know this shard (4010). Check SHARDS and SHARD_COUNT."],
  [
    GatewayCloseCodes.ShardingRequired,
    "The bot is in too many servers for one connection (4011): it needs more shards.",
  ],
  [GatewayCloseCodes.InvalidAPIVersion, "Discord has retired this version of its gateway (4012). Update Teapot."],
  [GatewayCloseCodes.InvalidIntents, "Discord does not know what Teapot wants to receive (4013). Update Teapot."],
]);

/** Never rejects. A client whose login failed is spent. */
export async function logIn(client: Client, token: string): Promise<LoginOutcome> {
  let closeCode: number | undefined;
  const noteCode = ({ code }: CloseEvent) => {
    closeCode = code;
  };
  client.on(Events.ShardDisconnect, noteCode);
  try {
    await client.login(token);
    return { kind: "connected" };
  } catch (error) {
    if (closeCode !== undefined) return readCloseCode(closeCode);
    if (isTokenInvalid(error)) return { kind: "refused", message: TOKEN_REFUSED };
    return { kind: "unreachable", error };
  } finally {
    client.off(Events.ShardDisconnect, noteCode);
  }
}

/** What it means that the gateway closed a connection with this code and discord.js does not connect again. */
export function readCloseCode(code: number): LoginOutcome {
  if (code === GatewayCloseCodes.DisallowedIntents) return { kind: "content-refused" };
  const message = REFUSALS.get(code);
  return message ? { kind: "refused", message } : { kind: "unreachable", error: new Error(`close code ${code}`) };
}

function isTokenInvalid(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
