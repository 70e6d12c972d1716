import type { Reply } from "../../src/bot/bot.js";

/** What only one person sees can be shown to all. */
export function withShare(reply: Reply): Reply {
  return { ...reply, controls: [...reply.controls, "share"] };
}
