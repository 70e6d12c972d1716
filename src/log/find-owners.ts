import type { LogFormat } from "../catalog/types.js";

/**
 * Owners of codes in whose formats lines were read (`linesOf`: how many of each format), or whose marks are among the
 * literals that the log holds (`seen`; `ownerOf`: the owners by their marks).
 */
export function findOwners(
  formats: readonly Pick<LogFormat, "owner">[],
  linesOf: Float64Array,
  ownerOf: ReadonlyMap<number, string>,
  seen: ReadonlySet<number>,
): ReadonlySet<string> {
  const read = formats.flatMap(({ owner }, index) => (owner && (linesOf[index] ?? 0) > 0 ? [owner] : []));
  const marked = [...seen].flatMap((literal) => ownerOf.get(literal) ?? []);
  return new Set([...read, ...marked]);
}
