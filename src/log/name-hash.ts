/** Hashes of the names of fields, so that no string is made of a name: FNV-1a over its bytes. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

export function hashName(name: string): number {
  let hash = HASH_SEED;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, HASH_PRIME);
  return hash;
}

/** Of the array in which an API lists what is wrong with one request. */
export const ERRORS = hashName("errors");

/** The hash of a name below another, or behind it. */
export function nest(parent: number, name: number): number {
  return Math.imul(parent, 31) ^ name;
}
