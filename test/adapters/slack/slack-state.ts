/** What a small workspace holds: channels, people, messages. The local Slack's methods act on it. */

export const BOT_TOKEN = "xoxb-1-local";
export const APP_TOKEN = "xapp-1-local";
export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
export const TEAM = "T0001";
export const BOT = { user: "U0BOT", bot: "B0BOT", name: "teapot" };
export const ANN = "U0ANN";
export const BOB = "U0BOB";

export interface Channel {
  readonly id: string;
  readonly type: "channel" | "group" | "im" | "mpim";
  /** Whether the bot is in it. */
  member: boolean;
  archived: boolean;
}

/** A message as people see it. */
export interface Shown {
  readonly channel: string;
  readonly ts: string;
  /** The first message of its thread. */
  readonly thread: string | undefined;
  /** The only person who sees it. */
  readonly only: string | undefined;
  readonly by: string;
  text: string;
  blocks: unknown;
  readonly files: readonly object[];
  deleted: boolean;
}

/** A file as Slack keeps it. */
export interface KeptFile {
  /** Of the file object. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text: string | Buffer;
  /** What `files.info` shows of a snippet. */
  readonly shown?: { readonly content: string; readonly is_truncated: boolean };
}

export interface SlackState {
  /** By id. */
  readonly files: Map<string, KeptFile>;
  readonly channels: Map<string, Channel>;
  readonly messages: Shown[];
  /** Permissions that the app was given. */
  readonly scopes: Set<string>;
  nextTs(): string;
  find(channel: string, ts: string): Shown | undefined;
}

export function createState(scopes: readonly string[]): SlackState {
  const messages: Shown[] = [];
  let count = 0;
  const channel = (id: string, type: Channel["type"]): [string, Channel] => [
    id,
    { id, type, member: true, archived: false },
  ];
  return {
    channels: new Map([
      channel("C0OPS", "channel"),
      channel("C0DEV", "channel"),
      channel("G0PRIVATE", "group"),
      channel("G0SEVERAL", "mpim"),
      channel("D0ANN", "im"),
    ]),
    files: new Map(),
    messages,
    scopes: new Set(scopes),
    nextTs: () => {
      count += 1;
      return `1763690000.${String(count).padStart(6, "0")}`;
    },
    find: (id, ts) => messages.find((message) => message.channel === id && message.ts === ts && !message.deleted),
  };
}
