/**
 * Which requests something was told of, and how often: by the path where the log tells it, else by the event. Two
 * tellings with the same key are of the same request, or of another at the same path.
 */

/** What tells a request apart: the hash of its path, or a number made of the event. */
export type IncidentKey = number;

export type Incidents = Map<IncidentKey, number>;

/** More different requests are not told apart. */
const INCIDENTS_MAX = 1_000;
/** Hashes of paths are below. */
const EVENTS_FROM = 2 ** 32;

/** The key of a request without a path that is known; `event`: the number of the event that tells of it. */
export function eventKey(event: number): IncidentKey {
  return EVENTS_FROM + event;
}

export function addIncident(incidents: Incidents, key: IncidentKey): void {
  const count = incidents.get(key);
  if (count !== undefined || incidents.size < INCIDENTS_MAX) incidents.set(key, (count ?? 0) + 1);
}

/** How many of `failures` are certainly among `told`. */
export function countShared(failures: Incidents, told: Incidents): number {
  let shared = 0;
  for (const [key, count] of failures) shared += Math.min(count, told.get(key) ?? 0);
  return shared;
}

/** Whether `others` tells of a path, of those that matter, that `told`, which tells of paths, does not. */
export function isElsewhere(others: Incidents, told: Incidents, matters: (path: IncidentKey) => boolean): boolean {
  if (told.size >= INCIDENTS_MAX) return false;
  const paths = (incidents: Incidents) => [...incidents.keys()].filter((key) => key < EVENTS_FROM && matters(key));
  return paths(told).length > 0 && paths(others).some((path) => !told.has(path));
}
