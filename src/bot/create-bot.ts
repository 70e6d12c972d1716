import type { Finding } from "../answer/finding.js";
import { isPaste } from "../answer/is-paste.js";
import { createUnderstand } from "../answer/understand.js";
import { askAgain } from "../card/ask-again.js";
import { composeCard } from "../card/compose-card.js";
import { questionLabel } from "../card/question-label.js";
import { unreadCard } from "../card/unread-card.js";
import type { Catalog } from "../catalog/catalog.js";
import { formatQuestion } from "../question/format-question.js";
import { createSuggest } from "../question/suggest.js";
import { answerFiles } from "./answer-files.js";
import { asideOf } from "./aside-of.js";
import { type Bot, type Reply, SUGGESTIONS_MAX } from "./bot.js";
import { createCardMemory } from "./card-memory.js";
import { createClaims } from "./claims.js";
import { createHear } from "./hear.js";
import { createManners } from "./manners.js";
import { subjectOf } from "./subject-of.js";

/** The bot over a catalog. `now` gives milliseconds since the epoch; tests turn it. */
export function createBot(catalog: Catalog, now: () => number = Date.now): Bot {
  const understand = createUnderstand(catalog);
  const suggest = createSuggest(catalog);
  const claims = createClaims(now);
  const manners = createManners(now);
  const cards = createCardMemory();
  const hear = createHear({ catalog, understand, claims, manners });

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

  function say(finding: Finding): Reply {
    return { card: composeCard(catalog, finding), controls: [], ...asideOf(catalog, finding) };
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
