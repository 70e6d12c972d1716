/** Why Slack cannot be reached, and whether it is worth trying again. */
import { webApi } from "@slack/bolt";
import { AdapterError } from "../../src/bot/bot.js";
import { refusalOf } from "./slack-errors.js";

/** What Slack answers while it has trouble of its own. */
const PASSING = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "ratelimited",
  "rate_limited",
  "team_added_to_org",
]);

/** A refusal of the token or the app; time does not mend it. */
export function isRefusedForGood(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== undefined && !PASSING.has(refusal);
}

/** In milliseconds; undefined when Slack named no time. */
export function askedWaitMs(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : undefined;
}

/** A refusal as an operator needs it: which variable, what Slack says, what to do. Other errors come back as they are. */
export function refusedToken(variable: string, error: unknown, remedy: string): unknown {
  const refusal = refusalOf(error);
  return refusal === undefined ? error : new AdapterError(`Slack does not accept ${variable} (${refusal}). ${remedy}`);
}

export function stoppedEarly(): AdapterError {
  return new AdapterError("Slack was not reached before the stop.");
}
