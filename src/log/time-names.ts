/** Names of months and weekdays, as far as their first three letters. */
import { lower } from "./ascii.js";

export const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
export const WEEKDAYS = "montuewedthufrisatsun";

/** Where in `names` the name at `at` stands, three letters a name; -1 when it is none of them. */
export function nameIndex(names: string, bytes: Uint8Array, at: number): number {
  for (let index = 0; index < names.length; index += 3) if (isNameAt(names, index, bytes, at)) return index;
  return -1;
}

function isNameAt(names: string, index: number, bytes: Uint8Array, at: number): boolean {
  return (
    names.charCodeAt(index) === lower(bytes[at] ?? 0) &&
    names.charCodeAt(index + 1) === lower(bytes[at + 1] ?? 0) &&
    names.charCodeAt(index + 2) === lower(bytes[at + 2] ?? 0)
  );
}
