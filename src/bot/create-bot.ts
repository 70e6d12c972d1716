import type { Finding } from "../answer/finding.js";
import { answeredStatuses } from "../answer/finding.js";
import { createUnderstand } from "../answer/understand.js";
import { composeCard } from "../card/compose-card.js";
import { pictureCard } from "../card/picture-card.js";
import { statusTitle } from "../card/wording.js";
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import { formatQuestion } from "../question/format-question.js";
import { normalizeText, splitWords } from "../question/normalize.js";
import { createSuggest } from "../question/suggest.js";
import { type Asked, type Bot, type Edited, type Posted, SUGGESTIONS_MAX, type Verdict } from "./bot.js";
import { createClaims } from "./claims.js";
import { createManners } from "./manners.js";

/** The bot over a catalog. `now` gives milliseconds since the epoch; tests turn it. */
export function createBot(catalog: Catalog, now: () => number = Date.now): Bot {
  const understand = createUnderstand(catalog);
  const suggest = createSuggest(catalog);
  const claims = createClaims(now);
  const manners = createManners(now);

  function hear(event: Posted | Edited): Verdict {
    if (event.author !== "person") return { speak: false, reason: "bot" };
    if (manners.isMuted(event.conversation)) return { speak: false, reason: "muted" };
    const { finding, isUnmistakable } = understand(event.text);
    if (!isUnmistakable()) return { speak: false, reason: "nothing-clear" };
    const refused = event.kind === "posted" ? takeTurn(event, finding) : undefined;
    if (refused) return { speak: false, reason: refused };
    return { speak: true, reply: { card: composeCard(catalog, finding, "brief"), controls: ["delete", "mute"] } };
  }

  function takeTurn(event: Posted, finding: Finding) {
    if (!claims.claim(event.message)) return "claimed";
    return manners.takeTurn(event.conversation, fingerprint(finding));
  }

  return {
    answer: async (asked) => {
      const text = subjectOf(asked);
      const isPicture = text === undefined;
      return { card: isPicture ? pictureCard() : composeCard(catalog, understand(text).finding), controls: [] };
    },
    suggest: (typed) =>
      suggest(typed, SUGGESTIONS_MAX).map((status) => ({
        label: statusTitle(catalog, status),
        ask: formatQuestion({ kind: "status", status, view: "card" }),
      })),
    hear: async (event) => hear(event),
    claim: async (key) => claims.claim(key),
    mute: async (conversation) => manners.mute(conversation),
  };
}

/** Words that point at another message instead of asking something themselves. */
const POINTING = new Set(
  "a about at can could does explain help here hey is it look looks mean means please pls read tell that the this u us what whats wtf you me".split(
    " ",
  ),
);

function pointsElsewhere(text: string): boolean {
  return splitWords(normalizeText(text)).every((word) => POINTING.has(word.text));
}

/** The text to answer: what was asked, or the message it points at. Undefined when that is only a picture. */
function subjectOf({ text, about, attachments = [] }: Asked): string | undefined {
  if (!pointsElsewhere(text)) return text;
  if (about?.text.trim()) return about.text;
  const pictures = [...attachments, ...(about?.attachments ?? [])].some((attachment) => attachment.kind === "picture");
  return pictures ? undefined : text;
}

/** The same finding again is no news: same kind, same statuses. */
function fingerprint(finding: Finding): string {
  return [finding.kind, ...answeredStatuses(finding).map(statusKey).sort()].join(" ");
}
