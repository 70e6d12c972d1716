/** Slack's refusals: what they mean for the caller, and what to tell the asker. */
import { RespondError, webApi } from "@slack/bolt";
import { fieldsOf, textIn } from "./read-fields.js";

/** Slack's own name of a refusal: "not_in_channel"; undefined for failures of another kind. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  return /^\w+$/.test(error.data.error) ? error.data.error : undefined; // the SDK puts pages that are no JSON there too
}

/** The permission that a call lacks, where Slack names it. */
function neededScope(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? textIn(fieldsOf(error.data), "needed") : "";
}

export interface Failing {
  /** Where it failed; empty when that is not known. */
  readonly channel: string;
  /** The bot's name, without the @. */
  readonly botName: string;
}

/** One sentence or two of mrkdwn for the asker: what happened, and what to do. Says nothing of our own making as a cause. */
export function explainFailure(error: unknown, { channel, botName }: Failing): string {
  const where = channel ? `<#${channel}>` : "that channel";
  switch (refusalOf(error)) {
    case "not_in_channel":
    case "channel_not_found":
      return `I am not in ${where}. Invite me there with \`/invite @${botName}\`, then ask again.`;
    case "is_archived":
      return `${where} is archived, so I cannot answer there. Ask me in a direct message.`;
    case "restricted_action":
    case "restricted_action_read_only_channel":
    case "restricted_action_thread_only_channel":
    case "restricted_action_non_threadable_channel":
      return `I am not allowed to post in ${where}. Ask me in a direct message.`;
    case "missing_scope":
      return explainScope(neededScope(error));
    default: // Slack has hundreds, and adds to them
      return explainOther(error);
  }
}

function explainScope(scope: string): string {
  const permission = scope ? `the permission \`${scope}\`` : "a permission";
  return `I lack ${permission} for that. Whoever manages this app can add it under OAuth & Permissions and install the app again.`;
}

function explainOther(error: unknown): string {
  if (error instanceof RespondError && error.statusCode < 500)
    return "Slack no longer lets me change that message, it may be too old. Please ask again.";
  if (error instanceof webApi.WebAPIRateLimitedError)
    return "I have written more than Slack allows at the moment. Please ask again in a minute.";
  if (mayHaveBeenHeard(error))
    return "Slack has not confirmed that my answer arrived. If you do not see it, please ask again in a minute.";
  if (isSlackDown(error)) return "Slack did not take my answer. Please ask again in a minute.";
  return "Something went wrong on my side. Please ask again; if it keeps happening, tell whoever runs me.";
}

function isSlackDown(error: unknown): boolean {
  const isNoAnswer = error instanceof webApi.WebAPIPlatformError && refusalOf(error) === undefined;
  return isNoAnswer || isHttpError(error) || connectionCode(error) !== undefined;
}

export function isHttpError(error: unknown): error is webApi.WebAPIHTTPError | RespondError {
  return error instanceof webApi.WebAPIHTTPError || error instanceof RespondError;
}

/** Whether nobody answered a call that Slack may have followed: a time-out, here or at one of its proxies. */
export function mayHaveBeenHeard(error: unknown): boolean {
  if (isHttpError(error)) return error.statusCode === 504;
  const code = connectionCode(error);
  return code !== undefined && !NEVER_CONNECTED.has(code);
}

const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** What the connection reports: "ECONNREFUSED", "UND_ERR_HEADERS_TIMEOUT"; undefined when it did its part. */
export function connectionCode(error: unknown): string | undefined {
  const reported = error instanceof webApi.WebAPIRequestError ? error.original : error;
  if (!(reported instanceof Error) || !("code" in reported) || typeof reported.code !== "string") return undefined;
  return /^(?:E[A-Z_]+|UND_ERR_\w+)$/.test(reported.code) ? reported.code : undefined;
}
