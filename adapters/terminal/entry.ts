import { PASTE_MAX_CHARS } from "../../src/log/scan-log.js";

/** What came together: a typed line, several lines at once of which nobody knows what they are, or a known paste. */
export interface Entry {
  readonly kind: "line" | "burst" | "paste";
  readonly text: string;
}

/** In UTF-16 code units: one more than is read, so that the reply can tell that there was more. */
export const ENTRY_MAX_CHARS = PASTE_MAX_CHARS + 1;
