/** Hashes of the names of fields, so that no string is made of a name. */
import { hashBytes } from "./byte-hash.js";

export function hashName(name: string): number {
  const bytes = new TextEncoder().encode(name);
  return hashBytes(bytes, 0, bytes.length);
}

/** Of the array in which an API lists what is wrong with one request. */
export const ERRORS = hashName("errors");

/** The hash of a name below another, or behind it. */
export function nest(parent: number, name: number): number {
  return Math.imul(parent, 31) ^ name;
}
