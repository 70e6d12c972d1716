/** Counts what has begun and not ended, so that stopping can wait for it. */
export interface InFlight {
  /** Returns what it is given. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
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
    idle: async () => {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
