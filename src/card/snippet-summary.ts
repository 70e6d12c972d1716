import type { Snippet } from "../answer/make-snippet.js";
import type { ClientVariant, ServerVariant } from "../answer/snippet-variant.js";
import type { Status } from "../catalog/types.js";
import { enumerate } from "./wording.js";

/** What a snippet does, or why there is none: one sentence or two, with backticks for code. */
export function snippetSummary(status: Status, snippet: Snippet): string {
  switch (snippet.kind) {
    case "sent":
      return describeSent(status, snippet);
    case "handled":
      return HANDLED[snippet.variant](status.code);
    case "note":
      return snippet.note;
    case "foreign":
      return status.sendingIt;
    case "unseen":
      return status.gotIt;
  }
}

function describeSent({ code, facts }: Status, snippet: Extract<Snippet, { kind: "sent" }>): string {
  const required = facts.fields.filter(({ name, level }) => level === "required" && snippet.code.includes(name));
  const names = enumerate(required.map(({ name }) => `\`${name}\``));
  const must = names === "" ? "" : ` ${names} ${required.length === 1 ? "is" : "are"} required.`;
  return `${SENT[snippet.variant](code)}${must}`;
}

const SENT: Record<ServerVariant, (code: number) => string> = {
  interim: (code) => `Sends ${code} before the final answer.`,
  json: (code) => `Sends ${code} and JSON.`,
  text: (code) => `Sends ${code} and content.`,
  empty: (code) => `Sends ${code} without content.`,
  redirect: (code) => `Sends ${code} and the new address.`,
  problem: (code) => `Sends ${code} and says what is wrong.`,
};

const HANDLED: Record<ClientVariant | "own", (code: number) => string> = {
  interim: () => "It comes before the final answer; this shows both.",
  success: (code) => `Checks for ${code} and reads the content.`,
  empty: (code) => `Checks for ${code}, which has no content to read.`,
  redirect: () => "Follows it, or stops to look where it leads. On the way a POST becomes a GET.",
  keptRedirect: () => "Follows it with the same method, or stops to look where it leads.",
  renew: () => "Renews the credentials and repeats, once.",
  retry: () => "Waits as long as `Retry-After` says, or longer each time, and repeats a few times.",
  error: (code) => `Stops at ${code} and reads what went wrong.`,
  own: (code) => `What to do about ${code}.`,
};
