/** The methods that Teapot may call, with what Slack refuses. Everything else is an unknown method. */
import { blockViolations, textViolations } from "./block-violations.js";
import { APP_TOKEN, BOT, BOT_TOKEN, type Channel, type SlackState, TEAM } from "./slack-state.js";

export type Arguments = Readonly<Record<string, string>>;
export type Answer = { readonly ok: boolean; readonly [key: string]: unknown };

export interface Method {
  readonly token: string;
  readonly keys: readonly string[];
  /** Any one of them will do; by channel type for history. */
  readonly scope?: (channel: Channel | undefined) => string;
  answer(
    args: Arguments,
    slack: { readonly state: SlackState; readonly socketUrl: string; readonly filesUrl: string },
  ): Answer;
}

const refuse = (error: string, more: object = {}): Answer => ({ ok: false, error, ...more });

export const HISTORY_SCOPES: Record<Channel["type"], string> = {
  channel: "channels:history",
  group: "groups:history",
  im: "im:history",
  mpim: "mpim:history",
};

export const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": {
    token: BOT_TOKEN,
    keys: [],
    answer: () => ({ ok: true, team_id: TEAM, team: "Kitchen", user: BOT.name, user_id: BOT.user, bot_id: BOT.bot }),
  },
  "apps.connections.open": {
    token: APP_TOKEN,
    keys: [],
    answer: (_args, { socketUrl }) => ({ ok: true, url: socketUrl }),
  },
  "chat.postMessage": {
    token: BOT_TOKEN,
    keys: ["channel", "text", "blocks", "thread_ts", "unfurl_links", "unfurl_media", "team_id"],
    scope: () => "chat:write",
    answer: (args, { state }) => {
      const refusal = refuseMessage(args, state);
      if (refusal) return refusal;
      const channel = args["channel"]?.startsWith("U") ? `D${args["channel"].slice(1)}` : (args["channel"] ?? "");
      const ts = show(state, { ...args, channel }, undefined);
      return { ok: true, channel, ts };
    },
  },
  "chat.postEphemeral": {
    token: BOT_TOKEN,
    keys: ["channel", "user", "text", "blocks", "thread_ts", "team_id"],
    scope: () => "chat:write",
    answer: (args, { state }) => {
      const refusal = refuseMessage(args, state);
      if (refusal) return refusal;
      const { user, thread_ts: thread, channel = "" } = args;
      if (!user) return refuse("user_not_in_channel");
      // Slack shows a private message in a thread only once somebody has answered there.
      const isThread = state.messages.some((message) => message.channel === channel && message.thread === thread);
      if (thread && !isThread) return refuse("local_ephemeral_would_not_be_shown");
      return { ok: true, message_ts: show(state, args, user) };
    },
  },
  "files.info": {
    token: BOT_TOKEN,
    keys: ["file", "team_id"],
    scope: () => "files:read",
    answer: ({ file: id = "" }, { state, filesUrl }) => {
      const file = state.files.get(id);
      if (!file) return refuse("file_not_found");
      const url = `${filesUrl}/${id}`;
      return { ok: true, file: { id, url_private: url, url_private_download: url, ...file.fields }, ...file.shown };
    },
  },
  "conversations.replies": {
    token: BOT_TOKEN,
    keys: ["channel", "ts", "limit", "team_id"],
    scope: (channel) => HISTORY_SCOPES[channel?.type ?? "channel"],
    answer: ({ channel = "", ts = "", limit = "0" }, { state }) => {
      const parent = state.find(channel, ts);
      if (!parent) return refuse("thread_not_found");
      if (limit !== "1") return refuse("local_limit_must_be_1");
      const { text, blocks, files, by } = parent;
      return { ok: true, has_more: false, messages: [{ type: "message", user: by, ts, text, blocks, files }] };
    },
  },
};

function refuseMessage(args: Arguments, state: SlackState): Answer | undefined {
  const { channel: id = "", text = "", blocks, thread_ts: thread } = args;
  if (args["unfurl_links"] === "true" || args["unfurl_media"] === "true") return refuse("local_unfurls");
  const channel = state.channels.get(id);
  if (!channel && !id.startsWith("U")) return refuse("channel_not_found");
  if (channel && !channel.member) return refuse("not_in_channel");
  if (channel?.archived) return refuse("is_archived");
  if (thread && state.find(id, thread)?.thread !== undefined) return refuse("local_thread_ts_is_of_a_reply");
  const violations = [...textViolations(text), ...(blocks ? blockViolations(JSON.parse(blocks), true) : [])];
  return violations.length > 0 ? refuse("invalid_blocks", { local_violations: violations }) : undefined;
}

function show(state: SlackState, args: Arguments, only: string | undefined): string {
  const ts = state.nextTs();
  const { channel = "", text = "", blocks, thread_ts: thread } = args;
  const parsed: unknown = blocks ? JSON.parse(blocks) : [];
  state.messages.push({ channel, ts, thread, only, by: BOT.user, text, blocks: parsed, files: [], deleted: false });
  return ts;
}
