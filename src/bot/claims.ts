/** "I do this once": in memory, bounded, forgotten after an hour. */

const CLAIM_TTL_MS = 60 * 60 * 1000;
const CLAIMS_MAX = 20_000;

export interface Claims {
  /** True for the first caller of a key, false for all others until it is forgotten. */
  claim(key: string): boolean;
}

/** `now` gives milliseconds since the epoch. */
export function createClaims(now: () => number): Claims {
  const until = new Map<string, number>();
  return {
    claim: (key) => {
      if ((until.get(key) ?? 0) > now()) return false;
      until.delete(key); // so that the key moves to the end: a Map keeps the order of insertion
      until.set(key, now() + CLAIM_TTL_MS);
      forgetOldest(until, now());
      return true;
    },
  };
}

function forgetOldest(until: Map<string, number>, now: number): void {
  for (const [key, end] of until) {
    if (end > now && until.size <= CLAIMS_MAX) return;
    until.delete(key);
  }
}
