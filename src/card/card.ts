/** The reply in words and layout, for no platform in particular. Renderers turn it into native messages. */
import type { ClassId, Source } from "../catalog/types.js";

/** Plain text inside; structure is in the type. Escaping happens once, in the renderer. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string };

export type Prose = readonly Inline[];

export interface Fact {
  readonly label: string;
  readonly content: Prose;
}

export type Block =
  | { readonly kind: "paragraph"; readonly content: Prose }
  /** `ordered`: the order in which a person would check. */
  | { readonly kind: "list"; readonly title?: string; readonly ordered: boolean; readonly items: readonly Prose[] }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "code"; readonly title?: string; readonly language: string; readonly text: string }
  /** The first column holds the row's label; `columns` names the others. */
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }
  /** Questions to pick from, CHOICES_MAX at most. */
  | { readonly kind: "choices"; readonly prompt: string; readonly choices: readonly Action[] };

export interface TableRow {
  readonly label: string;
  readonly cells: readonly string[];
}

/** A button: pressing it asks `ask`. */
export interface Action {
  readonly label: string;
  readonly ask: string;
}

/** What a card is about at a glance. Adapters choose a color by it; the words carry the meaning. */
export type Tone = ClassId | "neutral";

export interface Card {
  /** The question that gets this card again, for a way back to it; empty when there is none (a pasted log). */
  readonly ask: string;
  /** "401 Unauthorized" */
  readonly title: string;
  /** The class in words: "client error (4xx)". Empty when there is none. */
  readonly kicker: string;
  readonly tone: Tone;
  /** With the title enough on its own. */
  readonly summary: Prose;
  /** One plain line that is enough without anything else: notification, fallback text, screen readers. */
  readonly oneLine: string;
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly sources: readonly Source[];
}

export const CHOICES_MAX = 25;
/** In UTF-16 code units: the shortest limit of any platform's button. */
export const LABEL_MAX_CHARS = 75;
export const ACTIONS_MAX = 5;

/** What a kind of card composes itself; how to ask for it again is the same for all. */
export type CardBody = Omit<Card, "ask">;
