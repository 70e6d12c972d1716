import { hashBytes } from "./byte-hash.js";
import { endsPath, skipHost } from "./fold-path.js";

/** A number for a path, the same for the same path whatever scheme, host and query; 0 when there is none. */
export function hashPath(bytes: Uint8Array, from: number, to: number): number {
  const begin = skipHost(bytes, from, to);
  let end = begin;
  while (end < to && !endsPath(bytes[end] ?? 0)) end += 1;
  return end === begin ? 0 : hashBytes(bytes, begin, end) || 1;
}

/** A number for "https://host" before a path; 0 when there is none. */
export function hashHost(bytes: Uint8Array, from: number, to: number): number {
  const end = to > from ? skipHost(bytes, from, to) : from;
  return end === from ? 0 : hashBytes(bytes, from, end) || 1;
}
