import type { webApi } from "@slack/bolt";
import { Agent, request } from "undici";

/**
 * How the SDK sends its requests: over kept connections, each step limited in time, at a third of what `fetch` costs.
 * A redirect is an answer like any other and not followed: the token would travel along. Rejects with undici's errors.
 */
export function createSlackFetch(timeoutMs: number): webApi.FetchFunction {
  const limits = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: timeoutMs } };
  const dispatcher = new Agent(limits);
  return async (url, { method = "GET", headers = {}, body } = {}) => {
    if (typeof body === "object") throw new TypeError("files are not sent from here");
    const answer = await request(url, { dispatcher, method, headers, body: body ?? null });
    if (answer.statusCode === 429) answer.headers["retry-after"] = retryAfter(answer.headers["retry-after"]);
    const text = await answer.body.text(); // read by us, because an answer that nobody reads keeps its connection
    return {
      ok: answer.statusCode >= 200 && answer.statusCode < 300,
      status: answer.statusCode,
      statusText: answer.statusText,
      url: String(url),
      headers: {
        get: (name) => joined(answer.headers[name.toLowerCase()]) ?? null,
        entries: () =>
          Object.entries(answer.headers)
            .map(([name, value]): [string, string] => [name, joined(value) ?? ""])
            .values(),
      },
      arrayBuffer: async () => new TextEncoder().encode(text).buffer,
      json: async () => JSON.parse(text),
      text: async () => text,
    };
  };
}

const RETRY_AFTER_DEFAULT_S = "1";

/** The SDK takes a 429 that names no seconds, as proxies send, for a fault of the program and not for a rate limit. */
function retryAfter(header: string | string[] | undefined): string {
  const named = joined(header)?.trim() ?? "";
  return /^\d+$/.test(named) ? named : RETRY_AFTER_DEFAULT_S;
}

function joined(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.join(", ");
}
