/** When to stay silent although there would be something to say. In memory; knows nothing of what is said. */
import { MUTE_HOURS, type Silence } from "./bot.js";
import { keepNewest } from "./keep-newest.js";

/** Unasked replies in one conversation within the window. */
const UNASKED_MAX = 2;
const UNASKED_WINDOW_MS = 10 * 60 * 1000;
const MUTE_MS = MUTE_HOURS * 60 * 60 * 1000;
/** The conversations that were spoken in last; older ones are forgotten. */
const CONVERSATIONS_MAX = 10_000;

export interface Manners {
  isMuted(conversation: string): boolean;
  mute(conversation: string): void;
  /** Whether the conversation has had all its unasked replies for now. */
  isCoolingDown(conversation: string): boolean;
  /** Takes one of the conversation's unasked replies; the reason when there is none to take. */
  takeTurn(conversation: string, fingerprint: string): Silence | undefined;
}

interface Turn {
  readonly at: number;
  readonly fingerprint: string;
}

/** `now` gives milliseconds since the epoch. */
export function createManners(now: () => number): Manners {
  const turns = new Map<string, readonly Turn[]>();
  const mutedUntil = new Map<string, number>();
  const recentTurns = (conversation: string) =>
    (turns.get(conversation) ?? []).filter((turn) => turn.at > now() - UNASKED_WINDOW_MS);
  return {
    isMuted: (conversation) => (mutedUntil.get(conversation) ?? 0) > now(),
    mute: (conversation) => keepNewest(mutedUntil, conversation, now() + MUTE_MS, CONVERSATIONS_MAX),
    isCoolingDown: (conversation) => recentTurns(conversation).length >= UNASKED_MAX,
    takeTurn: (conversation, fingerprint) => {
      const recent = recentTurns(conversation);
      if (recent.some((turn) => turn.fingerprint === fingerprint)) return "repeated";
      if (recent.length >= UNASKED_MAX) return "cooling-down";
      keepNewest(turns, conversation, [...recent, { at: now(), fingerprint }], CONVERSATIONS_MAX);
      return undefined;
    },
  };
}
