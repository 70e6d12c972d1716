import type { Status } from "../catalog/types.js";
import { clientVariant } from "./snippet-variant.js";

/** Whether callers want code for a status more than servers do: it may pass, and it says when. */
export function isForRepeating(status: Status): boolean {
  return clientVariant(status) === "retry" && status.facts.fields.some(({ name }) => name === "Retry-After");
}
