/** What the bot does with a message that nobody addressed to it. */
import type { Finding } from "../answer/finding.js";
import { mayBeUnmistakable } from "../answer/may-be-unmistakable.js";
import type { Understand } from "../answer/understand.js";
import { composeCard } from "../card/compose-card.js";
import type { Catalog } from "../catalog/catalog.js";
import { asideOf } from "./aside-of.js";
import type { Bot, Edited, Posted, Verdict } from "./bot.js";
import type { Claims } from "./claims.js";
import { fingerprint } from "./fingerprint.js";
import type { Manners } from "./manners.js";
import { overhearFiles } from "./overhear-files.js";

interface Ears {
  readonly catalog: Catalog;
  readonly understand: Understand;
  readonly claims: Claims;
  readonly manners: Manners;
}

export function createHear({ catalog, understand, claims, manners }: Ears): Bot["hear"] {
  async function hear(event: Posted | Edited): Promise<Verdict> {
    if (event.author !== "person") return { speak: false, reason: "bot" };
    if (manners.isMuted(event.conversation)) return { speak: false, reason: "muted" };
    const inFiles = mayFetch(event) ? await overhearFiles(understand, event) : undefined;
    const isRead = inFiles !== undefined && inFiles !== "unreadable";
    const heard = isRead ? inFiles : mayBeUnmistakable(event.text) ? understand(event.text) : undefined;
    if (!heard?.isUnmistakable())
      return { speak: false, reason: inFiles === "unreadable" ? "unreadable" : "nothing-clear" };
    const refused = event.kind === "posted" ? takeTurn(event, heard.finding) : undefined;
    if (refused) return { speak: false, reason: refused };
    const card = composeCard(catalog, heard.finding, "brief");
    return { speak: true, reply: { card, controls: ["delete", "mute"], ...asideOf(catalog, heard.finding) } };
  }

  /** A new message gets no reply anyway where enough has been said; a changed one may have got its reply before. */
  function mayFetch({ kind, attachments, conversation }: Posted | Edited): boolean {
    return attachments.length > 0 && (kind === "edited" || !manners.isCoolingDown(conversation));
  }

  function takeTurn(event: Posted, finding: Finding) {
    if (!claims.claim(event.message)) return "claimed";
    return manners.takeTurn(event.conversation, fingerprint(finding));
  }

  return hear;
}
