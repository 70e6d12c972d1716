/** Counts what has begun and not ended, so that stopping can wait for it. */
export interface InFlight {
  /** Returns what it is given. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves once nothing is under way, or after a while, with how much then still is. */
  idle(maxMs: number): Promise<number>;
}

export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      works.add(work);
      const forget = () => void works.delete(work);
      work.then(forget, forget);
      return work;
    },
    idle: async (maxMs) => {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<"late">((resolve) => {
        timer = setTimeout(resolve, maxMs, "late");
      });
      while (works.size > 0 && (await Promise.race([Promise.allSettled(works), timeout])) !== "late");
      clearTimeout(timer);
      return works.size;
    },
  };
}
