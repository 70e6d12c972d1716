import type { Finding } from "../answer/finding.js";
import { answeredStatuses } from "../answer/finding.js";
import { mayBeUnmistakable } from "../answer/may-be-unmistakable.js";
import { createUnderstand } from "../answer/understand.js";
import { askAgain } from "../card/ask-again.js";
import { composeCard } from "../card/compose-card.js";
import { composeAside } from "../card/log-secrets.js";
import { questionLabel } from "../card/question-label.js";
import { unreadCard } from "../card/unread-card.js";
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import { formatQuestion } from "../question/format-question.js";
import { createSuggest } from "../question/suggest.js";
import { type Bot, type Edited, type Posted, type Reply, SUGGESTIONS_MAX, type Verdict } from "./bot.js";
import { createCardMemory } from "./card-memory.js";
import { createClaims } from "./claims.js";
import { createManners } from "./manners.js";
import { subjectOf } from "./subject-of.js";

/** The bot over a catalog. `now` gives milliseconds since the epoch; tests turn it. */
export function createBot(catalog: Catalog, now: () => number = Date.now): Bot {
  const understand = createUnderstand(catalog);
  const suggest = createSuggest(catalog);
  const claims = createClaims(now);
  const manners = createManners(now);
  const cards = createCardMemory();

  /** Cards do not change, and most are asked for in the words in which they are remembered: a button's, or a code. */
  function replyTo(text: string): Reply {
    const known = cards.get(text);
    if (known) return { card: known, controls: [] };
    const { finding } = understand(text);
    const card = cards.get(askAgain(finding)) ?? cards.keep(composeCard(catalog, finding));
    return { card, controls: [], ...asideOf(finding) };
  }

  function asideOf(finding: Finding): Pick<Reply, "aside"> {
    const aside = composeAside(catalog, finding);
    return aside ? { aside } : {};
  }

  function hear(event: Posted | Edited): Verdict {
    if (event.author !== "person") return { speak: false, reason: "bot" };
    if (manners.isMuted(event.conversation)) return { speak: false, reason: "muted" };
    if (!mayBeUnmistakable(event.text)) return { speak: false, reason: "nothing-clear" };
    const { finding, isUnmistakable } = understand(event.text);
    if (!isUnmistakable()) return { speak: false, reason: "nothing-clear" };
    const refused = event.kind === "posted" ? takeTurn(event, finding) : undefined;
    if (refused) return { speak: false, reason: refused };
    const card = composeCard(catalog, finding, "brief");
    return { speak: true, reply: { card, controls: ["delete", "mute"], ...asideOf(finding) } };
  }

  function takeTurn(event: Posted, finding: Finding) {
    if (!claims.claim(event.message)) return "claimed";
    return manners.takeTurn(event.conversation, fingerprint(finding));
  }

  return {
    answer: async (asked) => {
      const subject = subjectOf(asked);
      return "unread" in subject ? { card: unreadCard(subject.unread), controls: [] } : replyTo(subject.text);
    },
    suggest: (typed) =>
      suggest(typed, SUGGESTIONS_MAX).map((question) => ({
        label: questionLabel(catalog, question),
        ask: formatQuestion(question),
      })),
    hear: async (event) => hear(event),
    claim: async (key) => claims.claim(key),
    mute: async (conversation) => manners.mute(conversation),
  };
}

/** The same finding again is no news: same kind, same statuses. */
function fingerprint(finding: Finding): string {
  return [finding.kind, ...answeredStatuses(finding).map(statusKey).sort()].join(" ");
}
