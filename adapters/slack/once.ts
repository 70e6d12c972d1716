/** Does a thing once for a key, also among several machines. What failed may be tried again. */
export type Once = (key: string, work: () => Promise<unknown>) => Promise<void>;

/** Failures are kept for a while; one that is forgotten can only keep its key from a third attempt. */
const FAILED_MAX = 1_000;

/** `claim` gives each key away once. A claim cannot be handed back, so the next attempt at a key claims another. */
export function createOnce(claim: (key: string) => Promise<boolean>): Once {
  const failures = new Map<string, number>();
  return async (key, work) => {
    const failed = failures.get(key) ?? 0;
    if (!(await claim(failed === 0 ? key : `${key}:${failed}`))) return;
    try {
      await work();
    } catch (error) {
      failures.set(key, failed + 1);
      if (failures.size > FAILED_MAX) failures.delete(failures.keys().next().value ?? "");
      throw error;
    }
  };
}
