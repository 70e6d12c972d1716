import type { Finding } from "../answer/finding.js";
import { isPaste } from "../answer/is-paste.js";
import { mayBeUnmistakable } from "../answer/may-be-unmistakable.js";
import { createUnderstand } from "../answer/understand.js";
import { askAgain } from "../card/ask-again.js";
import { composeCard } from "../card/compose-card.js";
import { composeAside } from "../card/log-secrets.js";
import { questionLabel } from "../card/question-label.js";
import { unreadCard } from "../card/unread-card.js";
import type { Catalog } from "../catalog/catalog.js";
import { formatQuestion } from "../question/format-question.js";
import { createSuggest } from "../question/suggest.js";
import { answerFiles } from "./answer-files.js";
import { type Bot, type Edited, type Posted, type Reply, SUGGESTIONS_MAX, type Verdict } from "./bot.js";
import { createCardMemory } from "./card-memory.js";
import { createClaims } from "./claims.js";
import { fingerprint } from "./fingerprint.js";
import { createManners } from "./manners.js";
import { overhearFiles } from "./overhear-files.js";
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
    const card = cards.get(askAgain(finding));
    if (card) return { card, controls: [] };
    const reply = say(finding);
    cards.keep(reply.card);
    return reply;
  }

  function asideOf(finding: Finding): Pick<Reply, "aside"> {
    const aside = composeAside(catalog, finding);
    return aside ? { aside } : {};
  }

  function say(finding: Finding): Reply {
    return { card: composeCard(catalog, finding), controls: [], ...asideOf(finding) };
  }

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
    return { speak: true, reply: { card, controls: ["delete", "mute"], ...asideOf(heard.finding) } };
  }

  /** A new message gets no reply anyway where enough has been said; a changed one may have got its reply before. */
  function mayFetch({ kind, attachments, conversation }: Posted | Edited): boolean {
    return attachments.length > 0 && (kind === "edited" || !manners.isCoolingDown(conversation));
  }

  function takeTurn(event: Posted, finding: Finding) {
    if (!claims.claim(event.message)) return "claimed";
    return manners.takeTurn(event.conversation, fingerprint(finding));
  }

  return {
    answer: async (asked) => {
      const subject = subjectOf(asked);
      if ("unread" in subject) return { card: unreadCard(subject.unread), controls: [] };
      const { text, files } = subject;
      return files.length > 0 ? answerFiles({ understand, say }, text, files) : replyTo(text);
    },
    isPaste: (text) => isPaste(understand, text),
    suggest: (typed) =>
      suggest(typed, SUGGESTIONS_MAX).map((question) => ({
        label: questionLabel(catalog, question),
        ask: formatQuestion(question),
      })),
    hear,
    claim: async (key) => claims.claim(key),
    mute: async (conversation) => manners.mute(conversation),
  };
}
