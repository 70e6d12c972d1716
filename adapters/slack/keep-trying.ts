import { setTimeout as pause } from "node:timers/promises";

const FIRST_WAIT_MS = 50;
/** Short, so that people are answered within a second of Slack's return. */
const WAIT_MAX_MS = 800;
/** Slack asks for half a minute at most; a longer wait would be somebody's mistake, and overflow the timer. */
const ASKED_WAIT_MAX_MS = 60_000;

export interface Endeavour<T> {
  readonly attempt: () => Promise<T>;
  /** Whether trying again is of no use: the failure is about us, not about Slack. */
  readonly isFinal: (error: unknown) => boolean;
  /** How long Slack asked to wait, in milliseconds, when it did. */
  readonly askedWaitMs: (error: unknown) => number | undefined;
  /** Called for the first failure only: the others tell nothing new. */
  readonly onTrouble: (error: unknown) => void;
  /** How often the same has failed just before; the first wait is as long as it would be then. */
  readonly failedBefore?: number;
  /** Ends the endeavour: it rejects with the signal's reason. */
  readonly stopped: AbortSignal;
}

/** One attempt after the other until one succeeds. Rejects with a final failure, or when stopped. */
export async function keepTrying<T>(endeavour: Endeavour<T>): Promise<T> {
  const { attempt, isFinal, askedWaitMs, onTrouble, failedBefore = 0, stopped } = endeavour;
  for (let failures = failedBefore; ; failures += 1) {
    stopped.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (isFinal(error)) throw error;
      if (failures === failedBefore) onTrouble(error);
      await pause(waitMs(failures, askedWaitMs(error)), undefined, { signal: stopped }).catch(() => {});
    }
  }
}

/** At least as long as asked, within reason, and never less than without: "0" would make a storm. */
export function waitMs(failures: number, askedMs = 0): number {
  return Math.min(Math.max(askedMs, jitteredWaitMs(failures)), ASKED_WAIT_MAX_MS);
}

/** `failures` before this one. Doubles up to the cap; between half and all of it, so that many bots do not come back at once. */
export function jitteredWaitMs(failures: number, random: () => number = Math.random): number {
  return Math.min(FIRST_WAIT_MS * 2 ** failures, WAIT_MAX_MS) * (0.5 + random() / 2);
}
