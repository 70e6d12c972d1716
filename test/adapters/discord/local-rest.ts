/** Discord's REST interface on this machine, as far as the bot may use it; it refuses what Discord refuses. */
import { InteractionResponseType } from "discord-api-types/v10";
import { type BodyKind, bodyProblems } from "./discord-rules.js";
import { BOT, snowflake } from "./payloads.js";

/** A message as the bot posted it. */
export interface PostedByBot {
  readonly id: string;
  readonly channel_id: string;
  content: string;
  embeds: { description?: string; fields?: { name: string; value: string }[] }[];
  components: { components: { custom_id: string; label?: string; options?: { label: string; value: string }[] }[] }[];
  flags?: number;
  nonce?: string;
  message_reference?: { message_id: string };
}

export interface BotResponse {
  readonly type: InteractionResponseType;
  readonly data: Omit<PostedByBot, "id" | "channel_id"> & { choices?: { name: string; value: string }[] };
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers the next requests that match instead of handling them. */
export interface Refusal {
  readonly method?: string;
  readonly path: RegExp;
  /** 0: never answers. */
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times?: number;
  /** The request has its effect, and only its answer is lost. */
  readonly takesEffect?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LocalFile {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: string | Buffer;
}

/** All that happened, and all that is there now. */
export interface RestState {
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly checks: boolean;
  readonly onPost: (message: PostedByBot) => void;
  /** What Discord would have refused. */
  readonly problems: string[];
  readonly calls: Call[];
  readonly messages: Map<string, PostedByBot>;
  readonly deleted: string[];
  /** By scope: "commands", "guilds/…/commands". */
  readonly commands: Map<string, unknown>;
  readonly refusals: (Refusal & { left: number })[];
  /** Of every interaction so far, by its id; none may ever stand in a log. */
  readonly interactionTokens: Map<string, string>;
  /** Interactions that have not been answered. */
  readonly waiting: Map<string, (response: BotResponse) => void>;
  /** Tokens of interactions whose answer was put off. */
  readonly promised: Set<string>;
  /** What came in the end, by token. */
  readonly filledIn: Map<string, BotResponse["data"]>;
  /** What the file server answers, by path. */
  readonly files: Map<string, LocalFile>;
  /** Ids of messages by channel and nonce. */
  readonly nonces: Map<string, string>;
}

const refused = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } });

/** Handles one request. `authorization`: the header, if there was one. */
export function handleRequest(state: RestState, call: Call, authorization: string | undefined): Answer {
  const { method, path } = call;
  state.calls.push(call);
  const isCallback = /^\/(?:interactions|webhooks)\//.test(path);
  if (isCallback === (authorization !== undefined)) state.problems.push(`authorization: ${method} ${path}`);
  if (!isCallback && authorization !== `Bot ${state.token}`) return refused(401, 0, "401: Unauthorized");
  const refusal = state.refusals.find(
    (each) => each.left > 0 && each.path.test(path) && (each.method ?? method) === method,
  );
  if (!refusal) return route(state, call);
  refusal.left -= 1;
  if (refusal.takesEffect) route(state, call);
  return refusal;
}

// biome-ignore lint/suspicious/noExplicitAny: bodies are what the bot sends; they are checked before they are used
type Body = any;
type Route = readonly [
  method: string,
  path: RegExp,
  handle: (state: RestState, found: readonly string[], body: Body) => Answer,
];

const ROUTES: readonly Route[] = [
  ["GET", /^\/gateway\/bot$/, gatewayInfo],
  ["GET", /^\/applications\/@me$/, () => ({ status: 200, body: { id: BOT.id, name: "Teapot" } })],
  ["POST", /^\/interactions\/(\d+)\/([^/]+)\/callback$/, answerInteraction],
  ["POST", /^\/channels\/(\d+)\/messages$/, postMessage],
  ["GET", /^\/channels\/\d+\/messages\/(\d+)$/, () => refused(404, 10_008, "Unknown Message")],
  ["PATCH", /^\/channels\/\d+\/messages\/(\d+)$/, editMessage],
  ["PATCH", /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, fillIn],
  ["DELETE", /^\/channels\/\d+\/messages\/(\d+)$/, deleteMessage],
  ["PUT", /^\/applications\/\d+\/(commands|guilds\/\d+\/commands)$/, putCommands],
];

function route(state: RestState, { method, path, body }: Call): Answer {
  for (const [wanted, pattern, handle] of ROUTES) {
    const found = wanted === method && pattern.exec(path);
    if (found) return handle(state, found.slice(1), body);
  }
  state.problems.push(`unknown: ${method} ${path}`);
  return refused(404, 0, "404: Not Found");
}

function gatewayInfo({ gatewayUrl }: RestState): Answer {
  const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
  return { status: 200, body: { url: gatewayUrl(), shards: 1, session_start_limit } };
}

function check({ checks, problems }: RestState, kind: BodyKind, body: unknown): Answer | undefined {
  const found = checks ? bodyProblems(kind, body) : [];
  problems.push(...found.map((problem) => `${kind}: ${problem}`));
  return found.length > 0
    ? { status: 400, body: { code: 50_035, message: "Invalid Form Body", errors: {} } }
    : undefined;
}

function answerInteraction(state: RestState, [id = "", token]: readonly string[], body: Body): Answer {
  if (state.interactionTokens.get(id) !== token) return refused(404, 10_062, "Unknown interaction");
  const take = state.waiting.get(id);
  if (!take) return refused(400, 40_060, "Interaction has already been acknowledged.");
  const wrong = check(state, "response", body);
  if (wrong) return wrong;
  state.waiting.delete(id);
  if (body.type === InteractionResponseType.DeferredChannelMessageWithSource) state.promised.add(token ?? "");
  take(body);
  return { status: 204 };
}

/** What was only promised so far. */
function fillIn(state: RestState, [token = ""]: readonly string[], body: Body): Answer {
  if (!state.promised.has(token)) return refused(404, 10_015, "Unknown Webhook");
  const wrong = check(state, "editedMessage", body);
  if (wrong) return wrong;
  state.filledIn.set(token, body);
  return { status: 200, body };
}

function postMessage(state: RestState, [channel = ""]: readonly string[], body: Body): Answer {
  const wrong = check(state, "newMessage", body);
  if (wrong) return wrong;
  const key = `${channel} ${body.nonce}`;
  const first = state.nonces.get(key);
  const there = first !== undefined && state.messages.get(first);
  if (there) return { status: 200, body: { ...there, author: BOT } };
  const posted: PostedByBot = { ...body, id: snowflake(), channel_id: channel };
  state.nonces.set(key, posted.id);
  state.messages.set(posted.id, posted);
  state.onPost(posted);
  return { status: 200, body: { ...posted, author: BOT } };
}

function editMessage(state: RestState, [id = ""]: readonly string[], body: Body): Answer {
  const there = state.messages.get(id);
  if (!there) return refused(404, 10_008, "Unknown Message");
  const wrong = check(state, "editedMessage", body);
  if (wrong) return wrong;
  state.messages.set(id, { ...there, ...body });
  return { status: 200, body: state.messages.get(id) };
}

function deleteMessage(state: RestState, [id = ""]: readonly string[]): Answer {
  if (!state.messages.delete(id)) return refused(404, 10_008, "Unknown Message");
  state.deleted.push(id);
  return { status: 204 };
}

function putCommands(state: RestState, [scope = ""]: readonly string[], body: Body): Answer {
  const wrong = check(state, scope === "commands" ? "applicationCommands" : "guildCommands", body);
  if (wrong) return wrong;
  state.commands.set(scope, body);
  return { status: 200, body };
}
