import type { Source, Status } from "../catalog/types.js";

const SOURCES_MAX = 3;

/** What the cause is known from, then the first source of each status, each once. */
export function logSources(known: readonly Source[], statuses: readonly Status[]): readonly Source[] {
  const all = [...known, ...statuses.flatMap((status) => status.sources.slice(0, 1))];
  return [...new Map(all.map((source) => [source.url, source])).values()].slice(0, SOURCES_MAX);
}
