/** What is shown to all is shown once, but what Discord did not take may be tried again. */
import type { Bot } from "../../src/bot/bot.js";
import { createBoundedMap } from "./bounded-map.js";

/** `by`: the id of the interaction whose answer does the thing. */
export interface Once {
  /** True for the first who asks, until that is undone. */
  claim(key: string, by: string): Promise<boolean>;
  /** The same, but a minute later somebody else may. */
  claimForAMinute(key: string, by: string): boolean;
  /** The answer to this interaction never arrived: what it claimed is free again. */
  undo(by: string): void;
}

const MINUTE_MS = 60_000;
const KEPT_MAX = 10_000;
/** How long somebody who got an apology may take to try again. */
const FREED_TTL_MS = 60 * MINUTE_MS;

/** `now` gives milliseconds. */
export function createOnce(bot: Pick<Bot, "claim">, now: () => number): Once {
  const undos = createBoundedMap<() => void>(KEPT_MAX, MINUTE_MS, now);
  const freed = createBoundedMap<true>(KEPT_MAX, FREED_TTL_MS, now);
  const recent = createBoundedMap<true>(KEPT_MAX, MINUTE_MS, now);
  return {
    claim: async (key, by) => {
      const isFirst = freed.get(key) ?? (await bot.claim(key));
      freed.delete(key);
      if (isFirst) undos.set(by, () => freed.set(key, true));
      return isFirst;
    },
    claimForAMinute: (key, by) => {
      if (recent.get(key)) return false;
      recent.set(key, true);
      undos.set(by, () => recent.delete(key));
      return true;
    },
    undo: (by) => {
      undos.get(by)?.();
      undos.delete(by);
    },
  };
}
