import type { webApi } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";
import { createSdkLogger } from "./sdk-logger.js";
import { createSlackFetch } from "./slack-fetch.js";

/**
 * How Slack's methods are called. A new object every time: the socket client writes into the one it is given.
 * The client itself never repeats a call, and never holds back other calls while one is rate limited: `patiently` does
 * that call by call, and knows which failures may have been successes.
 */
export function clientOptions(apiUrl: string, logger: Logger, timeoutMs: number): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    allowAbsoluteUrls: false,
    logger: createSdkLogger(logger, "debug"),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: createSlackFetch(timeoutMs), // posts to a response_url use it too, and bring no time limit of their own
  };
}
