/** Calls Slack again where that can help and cannot do the same thing twice. */
import { setTimeout as pause } from "node:timers/promises";
import { RespondError, webApi } from "@slack/bolt";
import { connectionCode, isHttpError, mayHaveBeenHeard } from "./slack-errors.js";

const ATTEMPTS_MAX = 3;
const FIRST_WAIT_MS = 250;
/** Slack may ask for longer; then the asker is told instead. */
const RETRY_AFTER_MAX_MS = 30_000;
/** A response_url that is rate limited does not say for how long: the SDK drops the header. */
const RESPOND_WAIT_MS = 1_000;

/** Longer waits end when the process stops: it would not live to see their end. */
const STOPPING_WAIT_MAX_MS = 1_000;

/** Rejects with the last failure. A time-out is never repeated: the first call may have been heard. */
export async function patiently<T>(call: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const waitMs = attempt < ATTEMPTS_MAX ? waitBeforeNext(error, attempt) : undefined;
      if (waitMs === undefined) throw error;
      const options = waitMs > STOPPING_WAIT_MAX_MS ? { signal: stopping } : {};
      await pause(waitMs, undefined, options).catch(() => Promise.reject(error));
    }
  }
}

function waitBeforeNext(error: unknown, attempt: number): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const waitMs = error.retryAfter * 1000;
    return waitMs <= RETRY_AFTER_MAX_MS ? waitMs : undefined;
  }
  if (error instanceof RespondError && error.statusCode === 429) return RESPOND_WAIT_MS;
  return wasNotHeard(error) ? FIRST_WAIT_MS * 2 ** (attempt - 1) : undefined;
}

function wasNotHeard(error: unknown): boolean {
  if (mayHaveBeenHeard(error)) return false;
  return isHttpError(error) ? error.statusCode >= 500 : connectionCode(error) !== undefined;
}
