/** The one object that adapters talk to, and the shapes that pass between them. Knows no platform. */
import { createUnderstand } from "../answer/understand.js";
import type { Card } from "../card/card.js";
import { composeCard } from "../card/compose-card.js";
import type { Catalog } from "../catalog/catalog.js";

/** A question addressed to the bot: a slash command, a mention, a direct message, a button, a line in the terminal. */
export interface Asked {
  /** What was asked, as plain text: the adapter has removed its platform's markup. */
  readonly text: string;
  /** Opaque keys: where it was asked, and by whom. */
  readonly conversation: string;
  readonly person: string;
  readonly locale: string;
}

/** What to say. `controls` act on the reply itself; the card's actions are questions. */
export interface Reply {
  readonly card: Card;
  readonly controls: readonly Control[];
}

export type Control = "share" | "delete" | "mute" | "not-helpful";

export interface Bot {
  /** Cannot fail: what is not understood gets a reply that says so. */
  answer(asked: Asked): Promise<Reply>;
}

/** Connects the bot to one place where people write. */
export interface Adapter {
  readonly name: string;
  /** Resolves when people can be answered. Rejects with a message for the operator when that cannot be. */
  start(): Promise<void>;
  /** Finishes what was begun, then lets go. */
  stop(): Promise<void>;
}

export function createBot(catalog: Catalog): Bot {
  const understand = createUnderstand(catalog);
  return {
    answer: async ({ text }) => ({ card: composeCard(catalog, understand(text).finding), controls: [] }),
  };
}
