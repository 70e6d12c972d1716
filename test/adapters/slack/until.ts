const DEADLINE_MS = 15_000;
const POLL_MS = 5;

/** Resolves with the first value of `read` that is neither undefined nor false. Rejects after a while. */
export async function until<T>(what: string, read: () => T | undefined | false): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const value = read();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`not within ${DEADLINE_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
