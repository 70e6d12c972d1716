/** response_urls: five uses each, to answer where something was pressed or asked without any permission. */
import { blockViolations, textViolations } from "./block-violations.js";
import { BOT, type Shown, type SlackState } from "./slack-state.js";

export const RESPONSE_URL_MAX_USES = 5;

interface ResponseUrl {
  readonly channel: string;
  readonly person: string;
  /** The message that was pressed; undefined for a command, whose answer cannot be replaced. */
  readonly original: Shown | undefined;
  uses: number;
}

const KEYS = new Set([
  "text",
  "blocks",
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "unfurl_links",
  "unfurl_media",
]);

export interface ResponseUrls {
  /** The path of a new one. */
  create(channel: string, person: string, original: Shown | undefined): string;
  /** The HTTP status of a post, and what Slack holds against it. */
  post(path: string, body: Readonly<Record<string, unknown>>): { status: number; violations: string[] };
  expire(): void;
}

export function createResponseUrls(state: SlackState): ResponseUrls {
  const urls = new Map<string, ResponseUrl>();
  return {
    create: (channel, person, original) => {
      const path = `/response/${urls.size + 1}`;
      urls.set(path, { channel, person, original, uses: 0 });
      return path;
    },
    expire: () => {
      for (const url of urls.values()) url.uses = RESPONSE_URL_MAX_USES;
    },
    post: (path, body) => {
      const url = urls.get(path);
      if (!url || url.uses >= RESPONSE_URL_MAX_USES) return { status: 404, violations: [] };
      url.uses += 1;
      const violations = violationsOf(body, url);
      if (violations.length > 0) return { status: 400, violations };
      act(state, url, body);
      return { status: 200, violations };
    },
  };
}

function violationsOf(body: Readonly<Record<string, unknown>>, { original }: ResponseUrl): string[] {
  const unknown = Object.keys(body).filter((key) => !KEYS.has(key));
  if (body["delete_original"]) return [...unknown, ...(original ? [] : ["nothing to delete"])];
  return [
    ...unknown.map((key) => `unknown key ${key}`),
    ...(body["replace_original"] === true && !original ? ["a command's answer cannot be replaced"] : []),
    ...(body["thread_ts"] && body["response_type"] !== "in_channel" ? ["a thread takes in_channel only"] : []),
    ...(body["unfurl_links"] === true || body["unfurl_media"] === true ? ["unfurls"] : []),
    ...textViolations(String(body["text"] ?? "")),
    ...(body["blocks"] ? blockViolations(body["blocks"], false) : []),
  ];
}

function act(state: SlackState, { channel, person, original }: ResponseUrl, body: Readonly<Record<string, unknown>>) {
  const { text, blocks = [], thread_ts: thread } = body;
  if (body["delete_original"] && original) original.deleted = true;
  else if (body["replace_original"] && original) Object.assign(original, { text, blocks });
  else {
    state.messages.push({
      channel,
      ts: state.nextTs(),
      thread: typeof thread === "string" ? thread : undefined,
      only: body["response_type"] === "in_channel" ? undefined : person,
      by: BOT.user,
      text: String(text),
      blocks,
      files: [],
      deleted: false,
    });
  }
}
