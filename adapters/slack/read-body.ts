import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { parse } from "node:querystring";

/** The body as the SDK reads it; undefined when it is longer than `maxBytes`, or its sender went away. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
  });
  await once(request, "end");
  return bytes <= maxBytes ? Buffer.concat(chunks) : undefined;
}

/** Whether it holds an object, as everything of Slack's does. On JSON's `null` the SDK would end the process. */
export function holdsObject(body: string, contentType: string): boolean {
  if (contentType !== "application/x-www-form-urlencoded") return opensObject(body);
  const { payload } = parse(body);
  return typeof payload !== "string" || opensObject(payload);
}

function opensObject(json: string): boolean {
  return /^\s*\{/.test(json);
}
