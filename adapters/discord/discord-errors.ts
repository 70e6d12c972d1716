/** What Discord's refusals mean. https://docs.discord.com/developers/topics/opcodes-and-status-codes */
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";

/** Answered already, or too late: nothing that could be mended. */
const ANSWERED_ALREADY = 40_060;
const INTERACTION_GONE = new Set([10_062, ANSWERED_ALREADY]);
/** Missing access, missing permissions. */
const FORBIDDEN = new Set([50_001, 50_013]);
/** The channel is gone; closed to direct messages; empty, archived or locked thread. */
const PLACE_GONE = new Set([10_003, 50_006, 50_007, 50_083, 160_005]);
const UNKNOWN_MESSAGE = 10_008;
const INVALID_BODY = 50_035;
/** A reply needs the permission to read the message history; a plain message does not. */
const CANNOT_REPLY = 160_002;

export type Refusal =
  | "interaction-gone"
  | "forbidden"
  | "message-gone"
  | "place-gone"
  | "cannot-reply"
  | "invalid-body"
  | "rate-limited"
  | "token-refused"
  | "unavailable"
  | "unknown";

/** Total: whatever was thrown has a meaning. */
export function readRefusal(error: unknown): Refusal {
  if (error instanceof RateLimitError) return "rate-limited";
  if (error instanceof HTTPError) return error.status >= 500 ? "unavailable" : "unknown";
  if (!(error instanceof DiscordAPIError)) return isNetworkError(error) ? "unavailable" : "unknown";
  if (error.status === 401) return "token-refused";
  const code = Number(error.code);
  if (INTERACTION_GONE.has(code)) return "interaction-gone";
  if (FORBIDDEN.has(code)) return "forbidden";
  if (code === UNKNOWN_MESSAGE) return "message-gone";
  if (PLACE_GONE.has(code)) return "place-gone";
  if (code === CANNOT_REPLY) return "cannot-reply";
  return code === INVALID_BODY ? "invalid-body" : "unknown";
}

/** Discord took an answer to the interaction before this one. */
export function isAnsweredAlready(error: unknown): boolean {
  return error instanceof DiscordAPIError && Number(error.code) === ANSWERED_ALREADY;
}

/** Node's and undici's own: ECONNREFUSED, UND_ERR_SOCKET. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || ("code" in error && /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(String(error.code)));
}

/** For the log: which keys of a body were refused and why, never their values. */
export function describeRefusal(error: unknown): object {
  if (!(error instanceof DiscordAPIError)) return { err: error };
  const { code, status, method, rawError } = error;
  return { code, status, method, ...("errors" in rawError && { invalid: invalidKeys(rawError.errors) }) };
}

/** "embeds.0.fields.3.value: BASE_TYPE_MAX_LENGTH" */
function invalidKeys(errors: unknown, path = ""): string[] {
  if (!isRecord(errors)) return [];
  const own = Array.isArray(errors["_errors"]) ? errors["_errors"] : [];
  const codes = own.map((each: unknown) => `${path}: ${isRecord(each) ? String(each["code"]) : "?"}`);
  const keys = Object.keys(errors).filter((key) => key !== "_errors");
  return [...codes, ...keys.flatMap((key) => invalidKeys(errors[key], path ? `${path}.${key}` : key))];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
