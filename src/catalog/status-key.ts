import type { Status } from "./types.js";

/** How data and questions name a status: `401` for a registered code, `nginx-499` for an owner's own. */
export function statusKey(status: Pick<Status, "code" | "owner">): string {
  return status.owner === "iana" ? String(status.code) : `${status.owner}-${status.code}`;
}
