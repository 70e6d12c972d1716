import type { Finding } from "../answer/finding.js";
import { isPaste } from "../answer/is-paste.js";
import { mayBeUnmistakable } from "../answer/may-be-unmistakable.js";
import { createUnderstand, type Understanding } from "../answer/understand.js";
import { askAgain } from "../card/ask-again.js";
import type { Card } from "../card/card.js";
import { composeCard } from "../card/compose-card.js";
import { questionLabel } from "../card/question-label.js";
import { readInPart, unreadCard } from "../card/unread-card.js";
import type { Catalog } from "../catalog/catalog.js";
import { formatQuestion } from "../question/format-question.js";
import { createSuggest } from "../question/suggest.js";
import { type TextAttachment, UnreadableError } from "./attachment.js";
import { type Bot, type Edited, type Posted, SUGGESTIONS_MAX, type Verdict } from "./bot.js";
import { createCardMemory } from "./card-memory.js";
import { createClaims } from "./claims.js";
import { fingerprint } from "./fingerprint.js";
import { createManners } from "./manners.js";
import { FILES_MAX_BYTES, OVERHEARD_FILE_MAX_BYTES, readPaste } from "./read-paste.js";
import { subjectOf, textFiles } from "./subject-of.js";

/** The bot over a catalog. `now` gives milliseconds since the epoch; tests turn it. */
export function createBot(catalog: Catalog, now: () => number = Date.now): Bot {
  const understand = createUnderstand(catalog);
  const suggest = createSuggest(catalog);
  const claims = createClaims(now);
  const manners = createManners(now);
  const cards = createCardMemory();

  /** Cards do not change, and most are asked for in the words in which they are remembered: a button's, or a code. */
  function cardFor(text: string): Card {
    const known = cards.get(text);
    if (known) return known;
    const { finding } = understand(text);
    return cards.get(askAgain(finding)) ?? cards.keep(composeCard(catalog, finding));
  }

  /** What the files say; where they say nothing, what the text beside them asks; else why there is no answer. */
  async function cardForFiles(text: string, files: readonly TextAttachment[]): Promise<Card> {
    try {
      const paste = await readPaste(text, files);
      const { finding } = understand(paste.text, paste.complete);
      if (finding.kind === "log") return composeCard(catalog, finding);
      return asksItself(text) ? cardFor(text) : unreadCard("quiet", paste.complete ? "" : readInPart(FILES_MAX_BYTES));
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return asksItself(text) ? cardFor(text) : unreadCard(error.why, error.remedy);
    }
  }

  function asksItself(text: string): boolean {
    const { kind } = understand(text).finding;
    return kind !== "help" && kind !== "nothing";
  }

  /** The files of a message that may be read although nobody asked, together with its text, if that is a log. */
  async function overhearFiles({
    text,
    attachments,
    conversation,
  }: Posted | Edited): Promise<Understanding | undefined> {
    const files = textFiles(attachments).filter(({ mayBeLog, size }) => mayBeLog && size <= OVERHEARD_FILE_MAX_BYTES);
    if (files.length === 0 || manners.isCoolingDown(conversation)) return undefined;
    try {
      const paste = await readPaste(text, files);
      const understanding = understand(paste.text, paste.complete);
      return paste.complete && understanding.finding.kind === "log" ? understanding : undefined;
    } catch (error) {
      if (error instanceof UnreadableError) return undefined;
      throw error;
    }
  }

  async function hear(event: Posted | Edited): Promise<Verdict> {
    if (event.author !== "person") return { speak: false, reason: "bot" };
    if (manners.isMuted(event.conversation)) return { speak: false, reason: "muted" };
    const inFiles = event.attachments.length > 0 ? await overhearFiles(event) : undefined;
    const heard = inFiles ?? (mayBeUnmistakable(event.text) ? understand(event.text) : undefined);
    if (!heard?.isUnmistakable()) return { speak: false, reason: "nothing-clear" };
    const refused = event.kind === "posted" ? takeTurn(event, heard.finding) : undefined;
    if (refused) return { speak: false, reason: refused };
    return { speak: true, reply: { card: composeCard(catalog, heard.finding, "brief"), controls: ["delete", "mute"] } };
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
      return { card: files.length > 0 ? await cardForFiles(text, files) : cardFor(text), controls: [] };
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
