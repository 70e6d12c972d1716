/** Words that several cards share. */
import type { Catalog } from "../catalog/catalog.js";
import type { Source, Status, StatusClass } from "../catalog/types.js";

/** "401 Unauthorized", "418 (Unused)", "460 (AWS load balancer)". */
export function statusTitle(catalog: Catalog, status: Status): string {
  if (status.phrase === null) return `${status.code} (${catalog.owner(status.owner).name})`;
  return `${status.code} ${status.phrase}`;
}

/** "client error (4xx)"; for a code nobody registered, whose it is comes first. */
export function statusKicker(catalog: Catalog, status: Status): string {
  const statusClass = status.statusClass && catalog.statusClass(status.statusClass);
  if (status.owner === "iana") return statusClass ? classKicker(statusClass) : "";
  const owner = catalog.owner(status.owner).name;
  if (statusClass && isMadeUpByClient(status)) return `${owner}, made up by the client`;
  return statusClass ? `${owner}, used as ${classKicker(statusClass, "article")}` : `${owner}, not an HTTP status`;
}

/** No server sent it: a library stands in for the response that did not come. */
export function isMadeUpByClient({ facts }: Status): boolean {
  return facts.sentBy.every((sender) => sender === "client library");
}

/** "client error (4xx)"; with the article "a client error (4xx)". */
export function classKicker(
  { id, words }: Pick<StatusClass, "id" | "words">,
  form: "bare" | "article" = "bare",
): string {
  const article = /^[aeiou]/.test(words) ? "an " : "a ";
  return `${form === "article" ? article : ""}${words} (${id})`;
}

/** The class that all share, in the plural; empty when they differ. */
export function commonKicker(catalog: Catalog, statuses: readonly Status[]): string {
  const ids = new Set(statuses.map((status) => status.statusClass));
  const [id] = ids;
  if (ids.size !== 1 || !id) return "";
  return `${catalog.statusClass(id).plural} (${id})`;
}

/** "401, 403 and 404" */
export function enumerate(items: readonly string[], conjunction: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}

export const SOURCES_MAX = 4;

/** All sources without repeats, specifications before other pages. */
export function joinSources(statuses: readonly Status[]): readonly Source[] {
  const byUrl = new Map(statuses.flatMap((status) => status.sources.slice(0, 1)).map((source) => [source.url, source]));
  return [...byUrl.values()].slice(0, SOURCES_MAX);
}
