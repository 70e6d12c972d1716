import { SLOTS, type Slot } from "./layout.js";
import type { Fields } from "./match-layout.js";

/** A field as text; empty when the record has none. */
export function fieldText({ spans }: Fields, slot: Slot, bytes: Uint8Array): string {
  const at = SLOTS.indexOf(slot) * 2;
  return String.fromCharCode(...bytes.subarray(spans[at] ?? 0, Math.min(spans[at + 1] ?? 0, (spans[at] ?? 0) + 200)));
}
