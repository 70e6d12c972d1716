import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { editDistance } from "../question/similarity.js";

export const NEAREST_MAX = 3;

/**
 * The registered statuses nearest to a number that is none. Inside 100–599 the closest numbers of the same class;
 * outside, the codes that a slip of the finger away are closest ("4040": 404).
 */
export function nearestStatuses(catalog: Catalog, code: number): readonly Status[] {
  const registered = catalog.statuses.filter((status) => status.owner === "iana" && status.standing !== "unused");
  const sameClass = registered.filter((status) => Math.floor(status.code / 100) === Math.floor(code / 100));
  const candidates = sameClass.length > 0 ? sameClass : registered;
  const typed = String(Math.abs(code));
  const slips = (status: Status) => (sameClass.length > 0 ? 0 : editDistance(typed, String(status.code)));
  const gap = (status: Status) => Math.abs(status.code - code);
  return [...candidates].sort((a, b) => slips(a) - slips(b) || gap(a) - gap(b)).slice(0, NEAREST_MAX);
}
