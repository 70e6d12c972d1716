import { endsPath, skipHost } from "./fold-path.js";

/** A number for a path, the same for the same path whatever scheme, host and query; 0 when there is none. */
export function hashPath(bytes: Uint8Array, from: number, to: number): number {
  const begin = skipHost(bytes, from, to);
  let hash = 0x811c9dc5 | 0;
  let at = begin;
  for (; at < to && !endsPath(bytes[at] ?? 0); at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return at === begin ? 0 : hash || 1;
}
