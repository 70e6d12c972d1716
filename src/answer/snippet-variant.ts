/** Which of a framework's templates a status takes. */
import type { Framework, SnippetResponse, Status } from "../catalog/types.js";

type Variants<Side extends Framework["side"]> = Extract<Framework, { side: Side }>["variants"];
export type ServerVariant = keyof Variants<"server">;
export type ClientVariant = keyof Variants<"client">;

export function serverVariant(status: Status, response: SnippetResponse): ServerVariant {
  if (response.text) return "text";
  if (status.code < 200) return "interim";
  if (status.facts.content === "forbidden") return "empty";
  if (movesCaller(status)) return "redirect";
  return response.problem ? "problem" : "json";
}

export function clientVariant(status: Status): ClientVariant {
  if (status.code < 200) return "interim";
  if (status.facts.content === "forbidden") return "empty";
  if (movesCaller(status)) return status.facts.redirect?.method === "kept" ? "keptRedirect" : "redirect";
  if (status.code < 300) return "success";
  if (status.code === 401) return "renew";
  return isRepeated(status) ? "retry" : "error";
}

function movesCaller({ facts: { redirect } }: Status): boolean {
  return redirect !== undefined && redirect.method !== "none";
}

/**
 * The registered codes after which a program may repeat by itself, having waited. 421, 423, 507 and 511 can succeed
 * later too, but not by waiting: they need another connection, the lock's owner, room, or a person who signs in.
 */
const REPEATED_CODES = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Of the others, failures that pass: where a block or a missing payment is behind it, waiting is of no use. */
function isRepeated({ owner, code, statusClass, facts }: Status): boolean {
  if (owner === "iana") return REPEATED_CODES.has(code);
  return facts.retry.when === "as-is" && (statusClass === "5xx" || saysWhen(facts));
}

function saysWhen({ fields }: Status["facts"]): boolean {
  return fields.some(({ name }) => name === "Retry-After");
}
