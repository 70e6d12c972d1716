/** Remembers the latest entries for a while: at most `max`, none longer than `ttlMs`. `now` gives milliseconds. */
export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

export function createBoundedMap<Value>(max: number, ttlMs: number, now: () => number): BoundedMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  const dropOldest = () => {
    for (const [key, { until }] of entries) {
      if (until > now() && entries.size <= max) return;
      entries.delete(key);
    }
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      return entry && entry.until > now() ? entry.value : undefined;
    },
    set: (key, value) => {
      entries.delete(key); // so that the key moves to the end: a Map keeps the order of insertion
      entries.set(key, { value, until: now() + ttlMs });
      dropOldest();
    },
    delete: (key) => void entries.delete(key),
  };
}
