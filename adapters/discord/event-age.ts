/** How old an event is when it arrives, although this machine's clock may be wrong. */

/** Bits below the time in an identifier. https://docs.discord.com/developers/reference#snowflakes */
const SNOWFLAKE_TIME_SHIFT = 22n;
/** The difference is measured anew this often: clocks drift. */
const WINDOW_MS = 5 * 60 * 1000;

/**
 * Returns a function from an event's id to its age in milliseconds. The fastest recent event counts as new, the others
 * are compared with it: how far the clocks are apart does not matter. `now` must never jump: a monotonic clock.
 */
export function createEventAge(now: () => number): (id: string) => number {
  let windowStart = now();
  let fastestBefore = Number.POSITIVE_INFINITY;
  let fastest = Number.POSITIVE_INFINITY;
  return (id) => {
    const at = now();
    if (at - windowStart > WINDOW_MS) {
      fastestBefore = at - windowStart > 2 * WINDOW_MS ? Number.POSITIVE_INFINITY : fastest;
      windowStart = at;
      fastest = Number.POSITIVE_INFINITY;
    }
    const delay = at - Number(BigInt(id) >> SNOWFLAKE_TIME_SHIFT);
    fastest = Math.min(fastest, delay);
    return delay - Math.min(fastest, fastestBefore);
  };
}
