/** A credential in a paste: the author alone is told which and where. */
import { showAside } from "../card/log-secrets.js";
import type { Reply } from "./bot.js";

/** The reply as its asker alone sees it. */
export function seenByOne(reply: Reply): Reply {
  return reply.aside ? { ...reply, card: showAside(reply.card, reply.aside.forOne) } : reply;
}

/** The reply where everybody sees it and nobody can be told anything alone. */
export function seenByAll(reply: Reply): Reply {
  return reply.aside ? { ...reply, card: showAside(reply.card, reply.aside.forAll) } : reply;
}
