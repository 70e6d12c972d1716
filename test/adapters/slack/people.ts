/** People in the local Slack: they write, ask commands and press buttons, and Slack tells Teapot of it. */
import type { Block, Pressable } from "./block-violations.js";
import { pressables, readBlocks } from "./block-violations.js";
import type { LocalSlack } from "./local-slack.js";
import { ANN, BOT, type Channel, type Shown, TEAM } from "./slack-state.js";
import type { Acknowledged, Delivery, Wire } from "./wire.js";

export interface Writing {
  /** A channel's id; C0OPS when missing. */
  readonly channel?: string;
  readonly person?: string;
  /** The `ts` of the thread's first message. */
  readonly thread?: string;
  readonly files?: readonly object[];
  /** Fields that replace or add to those of the event. */
  readonly event?: object;
  readonly retry?: Delivery["retry"];
  /** Whether Slack tells of a mention before it tells of the message; after it when missing. */
  readonly mentionFirst?: boolean;
}

export interface People {
  /** Writes a message. Text is plain, except `<@U…>` mentions. Resolves with its ts once Teapot has acknowledged it. */
  say(text: string, writing?: Writing): Promise<string>;
  /** Delivers the events of a message again. */
  again(ts: string, retry?: Delivery["retry"]): Promise<void>;
  /** Asks `/http`. Resolves with what the asker sees, undefined when that is nothing. */
  command(text: string, writing?: Writing): Promise<Shown | undefined>;
  /** Picks "Explain HTTP codes" in the menu of a message. */
  pickExplain(ts: string, person?: string): Promise<Acknowledged>;
  /** Presses what has the label. */
  press(shown: Shown, label: string, person?: string, team?: string): Promise<Acknowledged>;
}

export function createPeople(slack: LocalSlack, wire: Wire): People {
  const written = new Map<string, readonly object[]>();

  async function tell(events: readonly object[], retry?: Delivery["retry"]): Promise<void> {
    await Promise.all(
      events.map((event) => wire.deliver({ type: "events_api", payload: eventOf(event), ...(retry && { retry }) })),
    );
  }

  return {
    say: async (text, writing = {}) => {
      const { channel: id = "C0OPS", person = ANN, thread, files = [] } = writing;
      const ts = slack.state.nextTs();
      const { markup, blocks } = formatted(text);
      const shown = { channel: id, ts, thread, only: undefined, by: person, text: markup, blocks, files };
      slack.state.messages.push({ ...shown, deleted: false });
      const channel = slack.state.channels.get(id);
      const events = eventsOf(shown, channel?.type ?? "channel", writing);
      written.set(ts, events);
      await tell(events, writing.retry);
      return ts;
    },
    again: (ts, retry) => tell(written.get(ts) ?? [], retry),
    command: async (text, { channel = "C0OPS", person = ANN } = {}) => {
      const responseUrl = new URL(slack.responses.create(channel, person, undefined), slack.apiUrl).href;
      const payload = {
        ...{ command: "/http", text, channel_id: channel, channel_name: "ops", user_id: person, user_name: "ann" },
        ...{ team_id: TEAM, team_domain: "kitchen", api_app_id: "A0001", is_enterprise_install: "false" },
        ...{ trigger_id: "1.2.3", response_url: responseUrl, token: "legacy" },
      };
      const { body } = await wire.deliver({ type: "slash_commands", payload });
      return typeof body["text"] === "string" ? showAnswer(slack, channel, person, body) : undefined;
    },
    pickExplain: (ts, person = ANN) => wire.deliver({ type: "interactive", payload: shortcutOf(slack, ts, person) }),
    press: (shown, label, person = ANN, team = TEAM) => {
      const ofTeam = { user: { id: person, username: "ann", name: "ann", team_id: team }, team: { id: team } };
      const payload = { ...pressOf(slack, shown, label, person), ...ofTeam };
      return wire.deliver({ type: "interactive", payload });
    },
  };
}

function showAnswer(slack: LocalSlack, channel: string, person: string, body: Acknowledged["body"]): Shown {
  const { state } = slack;
  const only = body["response_type"] === "in_channel" ? undefined : person;
  const [text, blocks] = [String(body["text"]), body["blocks"] ?? []];
  const ts = state.nextTs();
  const shown = { channel, ts, thread: undefined, only, by: BOT.user, text, blocks, files: [], deleted: false };
  state.messages.push(shown);
  return shown;
}

/** A mention in a channel is told twice, in either order; in direct messages it is a message like any other. */
function eventsOf(
  shown: Omit<Shown, "deleted">,
  type: Channel["type"],
  { event: more = {}, mentionFirst = false }: Writing,
): object[] {
  const { channel, ts, thread, by, text, blocks, files } = shown;
  const event = {
    ...{ channel, ts, event_ts: ts, user: by, text, blocks, client_msg_id: `client-${ts}` },
    ...(thread && { thread_ts: thread }),
    ...(files.length > 0 && { files, subtype: "file_share" }),
    ...more,
  };
  const message = { ...event, type: "message", channel_type: type };
  const isMention = text.includes(`<@${BOT.user}>`) && (type === "channel" || type === "group");
  const isNew = !("subtype" in more);
  if (!isMention || !isNew) return [message];
  const mention = { ...event, subtype: undefined, type: "app_mention" };
  return mentionFirst ? [mention, message] : [message, mention];
}

export function eventOf(event: object): Readonly<Record<string, unknown>> {
  return {
    ...{ type: "event_callback", token: "legacy", team_id: TEAM, api_app_id: "A0001", event },
    ...{ event_id: "Ev0001", event_time: 1763690000 },
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT.user, is_bot: true, is_enterprise_install: false },
    ],
  };
}

/** As Slack's composer makes it: a mention is an element of its own, everything else is text. */
function formatted(text: string): { markup: string; blocks: object[] } {
  const pieces = text.split(/(<@\w+>)/).filter((piece) => piece !== "");
  const isMention = (piece: string) => /^<@\w+>$/.test(piece);
  const escaped = (piece: string) => piece.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const elements = pieces.map((piece) =>
    isMention(piece) ? { type: "user", user_id: piece.slice(2, -1) } : { type: "text", text: piece },
  );
  const markup = pieces.map((piece) => (isMention(piece) ? piece : escaped(piece))).join("");
  if (elements.length === 0) return { markup, blocks: [] };
  return { markup, blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }] };
}

function shortcutOf(slack: LocalSlack, ts: string, person: string) {
  const shown = slack.state.messages.find((message) => message.ts === ts);
  if (!shown) throw new Error(`there is no message ${ts}`);
  const { channel, by, text, blocks, files, thread } = shown;
  return {
    ...{ type: "message_action", callback_id: "explain_message", token: "legacy", trigger_id: "1.2.3" },
    ...{ action_ts: "1763690001.000001", message_ts: ts, is_enterprise_install: false, enterprise: null },
    team: { id: TEAM, domain: "kitchen" },
    user: { id: person, username: "ann", team_id: TEAM, name: "ann" },
    channel: { id: channel, name: "ops" },
    message: { type: "message", user: by, ts, text, blocks, files, ...(thread && { thread_ts: thread }) },
    response_url: new URL(slack.responses.create(channel, person, undefined), slack.apiUrl).href,
  };
}

function pressOf(slack: LocalSlack, shown: Shown, label: string, person: string) {
  const { channel, ts, thread, only } = shown;
  const threadTs = thread ? { thread_ts: thread } : {};
  const type = slack.state.channels.get(channel)?.type;
  const message = { type: "message", user: BOT.user, ts, text: shown.text, blocks: shown.blocks, ...threadTs };
  return {
    ...{ type: "block_actions", api_app_id: "A0001", token: "legacy", trigger_id: "1.2.3" },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: type === "im" ? "directmessage" : "ops" },
    container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: only !== undefined, ...threadTs },
    ...(only === undefined && { message }), // Slack does not repeat what only one person sees
    response_url: new URL(slack.responses.create(channel, person, shown), slack.apiUrl).href,
    actions: [actionOf(readBlocks(shown.blocks), label)],
  };
}

function actionOf(blocks: readonly Block[], label: string): object {
  for (const block of blocks) {
    const blockId = "block_id" in block && block.block_id ? block.block_id : "slack-made-this";
    for (const element of pressables([block])) {
      const action = pressed(element, label);
      if (action) return { ...action, block_id: blockId, action_ts: "1763690001.000001" };
    }
  }
  throw new Error(`nothing is labelled ${label} among ${labels(blocks)}`);
}

function pressed(element: Pressable, label: string): object | undefined {
  const { type, action_id } = element;
  if (element.type === "button")
    return element.text.text === label ? { type, action_id, value: element.value, text: element.text } : undefined;
  const option = element.options.find(({ text }) => text.text === label);
  return option && { type, action_id, selected_option: option };
}

/** All that can be pressed, in order. */
export function labels(blocks: unknown): string[] {
  return pressables(readBlocks(blocks)).flatMap((element) =>
    element.type === "button" ? [element.text.text] : element.options.map(({ text }) => text.text),
  );
}
