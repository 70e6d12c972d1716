/** What adapters and the bot say to each other. Knows no platform: people, places and messages are opaque keys. */
import type { Card } from "../card/card.js";
import type { Aside } from "../card/log-secrets.js";
import type { Attachment } from "./attachment.js";

/** A question addressed to the bot: a slash command, a mention, a direct message, a button, a line in the terminal. */
export interface Asked {
  /** Plain text: the adapter has removed its platform's markup and the mention itself. */
  readonly text: string;
  /** The message that a mention replies to, or whose thread it stands in ("@teapot explain this"). */
  readonly about?: Heard;
  /** What came with the question itself. */
  readonly attachments?: readonly Attachment[];
  readonly conversation: string;
  readonly person: string;
  readonly locale: string;
}

/** What a message holds. */
export interface Heard {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** A message that passed by without addressing the bot. */
export interface Posted extends Heard {
  readonly kind: "posted";
  /** The same message has the same key however often it is delivered. */
  readonly message: string;
  readonly conversation: string;
  readonly author: "person" | "bot" | "self";
}

/** The text of a message that passed by before has changed. */
export interface Edited extends Omit<Posted, "kind"> {
  readonly kind: "edited";
}

export type Verdict =
  | { readonly speak: true; readonly reply: Reply }
  | { readonly speak: false; readonly reason: Silence };

/** Why the bot keeps silent; for logs and counts. */
export type Silence = "bot" | "muted" | "nothing-clear" | "unreadable" | "repeated" | "cooling-down" | "claimed";

/** What to say. `controls` act on the reply itself; the card's actions are questions. */
export interface Reply {
  readonly card: Card;
  readonly controls: readonly Control[];
  /** What must not be said to everybody, where there is such a thing: `seenByOne` and `seenByAll` put it on the card. */
  readonly aside?: Aside;
}

export type Control = "share" | "delete" | "mute";

/** One line of autocomplete: what is shown, and the question it stands for. */
export interface Suggestion {
  readonly label: string;
  readonly ask: string;
}

export interface Bot {
  /** Cannot fail: what is not understood gets a reply that says so. */
  answer(asked: Asked): Promise<Reply>;
  /** Whether lines that came together are a log or an error, to be explained as a whole, and no questions. */
  isPaste(text: string): boolean;
  /** At most SUGGESTIONS_MAX, best first. Synchronous: autocomplete cannot wait. */
  suggest(prefix: string): readonly Suggestion[];
  /** Whether to speak unasked. For an edited message: whether what it says now would still deserve the reply. */
  hear(event: Posted | Edited): Promise<Verdict>;
  /** True once for a key: whoever gets it does the thing, whatever a platform delivers twice. */
  claim(key: string): Promise<boolean>;
  /** Keeps the bot from speaking unasked in a conversation for MUTE_HOURS. */
  mute(conversation: string): Promise<void>;
}

export const SUGGESTIONS_MAX = 25;
export const MUTE_HOURS = 24;

/** Connects the bot to one place where people write. */
export interface Adapter {
  readonly name: string;
  /** Resolves when people can be answered. Rejects with an AdapterError when that cannot be, now or ever. */
  start(): Promise<void>;
  /** Finishes what was begun, then lets go. */
  stop(): Promise<void>;
  /** Whether people can be answered right now. */
  isUp(): boolean;
}

/** A failure to start that an operator can mend. `message` says what happened and what to do, without secrets. */
export class AdapterError extends Error {
  override readonly name = "AdapterError";
}
