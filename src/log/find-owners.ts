import type { LogFormat } from "../catalog/types.js";
import type { LineHits } from "./literals.js";

export interface OwnerFinder {
  takeHits(hits: LineHits): void;
  /** Owners of codes whose marks the log holds, or in whose formats lines were read; `linesOf`: how many of each format. */
  found(linesOf: Float64Array): ReadonlySet<string>;
}

export function createOwnerFinder(
  formats: readonly Pick<LogFormat, "owner">[],
  ownerOf: ReadonlyMap<number, string>,
): OwnerFinder {
  const seen = new Set<number>();
  return {
    takeHits: (hits) => {
      for (let index = 0; index < hits.count; index++) seen.add(hits.literal[index] ?? -1);
    },
    found: (linesOf) => {
      const marked = [...seen].flatMap((literal) => ownerOf.get(literal) ?? []);
      const read = formats.flatMap(({ owner }, index) => (owner && (linesOf[index] ?? 0) > 0 ? [owner] : []));
      return new Set([...read, ...marked]);
    },
  };
}
