/** What each status of a log means here: where it happened, and what the code says. */
import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import type { LogStatus, Place } from "../log/log-report.js";
import type { Fact } from "./card.js";
import { formatCount, formatSpan } from "./log-numbers.js";
import { prose, verbatim } from "./prose.js";
import { enumerate, statusTitle } from "./wording.js";

/** Places that are named where a status is alone, and where there are others. */
const PLACES_SHOWN = { alone: 3, beside: 2 };

export interface Surroundings {
  /** The card says elsewhere what the code means. */
  readonly isExplained: boolean;
  readonly isAlone: boolean;
}

/** "4× 502 Bad Gateway": "3 on POST /v1/checkout, 1 on GET /v1/cart/:id" */
export function statusFact(catalog: Catalog, seen: LogStatus, { isExplained, isAlone }: Surroundings): Fact {
  const where = placesOf(seen, isAlone ? PLACES_SHOWN.alone : PLACES_SHOWN.beside);
  const meaning = isExplained && where !== "" ? "" : meaningOf(catalog, seen);
  const joined = where && meaning ? `${where}: ` : where;
  const label = `${formatCount(seen.count)}× ${nameOf(catalog, seen)}`;
  return { label, content: [...(joined ? verbatim(joined) : []), ...prose(meaning)] };
}

/** "502 Bad Gateway", "499 (nginx's own)" */
function nameOf(catalog: Catalog, { code, key }: LogStatus): string {
  const status = key === undefined ? undefined : catalog.status(key);
  if (!status) return String(code);
  return status.owner === "iana"
    ? statusTitle(catalog, status)
    : `${code} (${possessive(catalog.owner(status.owner).name)} own)`;
}

/** "Anthropic (Claude API)" is "Anthropic's". */
function possessive(name: string): string {
  const short = name.replace(/ \(.*\)$/, "");
  return short.endsWith("s") ? `${short}'` : `${short}'s`;
}

/** A clause with its full stop, if it is a sentence. */
function meaningOf(catalog: Catalog, { code, key }: LogStatus): string {
  const status = key === undefined ? undefined : catalog.status(key);
  if (status) return firstClause(status);
  const owners = catalog.statusesOf(code).map(({ owner }) => catalog.owner(owner).name);
  if (owners.length > 0) return `not a standard code; ${enumerate(owners.slice(0, 4), "or")} may have sent it`;
  return code < 600
    ? `not a known code; treat it as ${Math.floor(code / 100)}00`
    : "outside 100–599, so no HTTP status";
}

/** The first sentence; where that is a saying in quotes, all of the line. */
function firstClause({ oneLine }: Status): string {
  return oneLine.startsWith('"') ? oneLine : (oneLine.split(/\.(?:\s|$)/, 1)[0] ?? oneLine);
}

function placesOf(seen: LogStatus, most: number): string {
  const { count, places } = seen;
  const [first] = places;
  const when = formatSpan(seen.first, seen.last);
  if (!first) return when;
  if (count === 1) return [describePlace(first), when].filter(Boolean).join(" ");
  if (first.count === count) return `all on ${describePlace(first)}`;
  if (first.count === 1 && places.length > most) return `on many paths, such as ${describePlace(first)}`;
  const shown = places.slice(0, most);
  const rest = count - shown.reduce((sum, place) => sum + place.count, 0);
  const told = shown.map((place) => `${formatCount(place.count)} on ${describePlace(place)}`);
  return [...told, ...(rest > 0 ? [`${formatCount(rest)} elsewhere`] : [])].join(", ");
}

function describePlace({ method, path }: Place): string {
  return method ? `${method} ${path}` : path;
}
