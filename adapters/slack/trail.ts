/**
 * How a reader came to a private reply: the questions of the replies that stood in its place, this one's first, so that
 * Back knows where to lead. It travels in the `block_id` of whatever can be pressed: an ephemeral message cannot be
 * looked up. Questions are made of catalog names and never hold the separator.
 */
import { SLACK_ID_MAX_CHARS } from "./slack-limits.js";

export type Trail = readonly string[];

const PREFIX = "trail";
const SEPARATOR = "|";

/** The trail once `ask` is answered in the same place. A reply that was there before is returned to, not added again. */
export function extendTrail(trail: Trail, ask: string): Trail {
  const seen = trail.indexOf(ask);
  return seen < 0 ? [ask, ...trail] : trail.slice(seen);
}

/** The question that Back asks; undefined where there is nothing to go back to. */
export function wayBack(trail: Trail): string | undefined {
  return trail[1];
}

/** `index` keeps the ids of one message apart. The oldest steps are dropped where Slack allows no longer id. */
export function trailToBlockId(trail: Trail, index: number): string {
  const id = [PREFIX, index, ...trail].join(SEPARATOR);
  return id.length <= SLACK_ID_MAX_CHARS ? id : trailToBlockId(trail.slice(0, -1), index);
}

/** Empty for a block_id that carries none. */
export function readTrail(blockId: string): Trail {
  const [prefix, , ...trail] = blockId.split(SEPARATOR);
  return prefix === PREFIX ? trail : [];
}
