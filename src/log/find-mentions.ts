/** General evidence: the statuses that a line tells of although it has the layout of no known log. */
import type { Catalog } from "../catalog/catalog.js";
import type { LogEvidence } from "../catalog/types.js";
import { COMMA, DIGIT, is, threeDigits } from "./ascii.js";
import { createPhraseJudge } from "./judge-phrase.js";
import { createWordJudge } from "./judge-words.js";
import type { Mention } from "./mention.js";
import { beginsList, isMeasured } from "./number-context.js";
import { createPhrases } from "./phrases.js";
import { EXPLICIT, rankEvidence } from "./rank-evidence.js";
import { createRequestStatus, NO_NUMBERS } from "./request-status.js";
import { marksOf } from "./survey-line.js";

/** More on one line are not read. */
const MENTIONS_MAX = 64;

/**
 * `body`: where the line begins behind its prefixes. `first`: where the first number stands that could be a status.
 * `marks`: those of the line.
 */
export type FindMentions = (
  bytes: Uint8Array,
  start: number,
  body: number,
  first: number,
  end: number,
  marks: number,
) => readonly Mention[];

/** Without one there is no path. */
const SLASHES = marksOf("/");
const NOTHING: readonly Mention[] = [];

/** Returns the search. Linear: a number is looked at once, with a bounded part of what is around it. */
export function createMentionFinder(catalog: Catalog): FindMentions {
  const { evidence } = catalog.logs;
  const isKnown = (code: number) => catalog.statusesOf(code).length > 0;
  const findBeside = createRequestStatus(isKnown);
  const judge = createJudge(catalog);
  const byRequest = evidence.findIndex(({ how }) => how === "request");

  /** `inRequest`: where the number beside a request stands. */
  function mentionAt(bytes: Uint8Array, start: number, at: number, end: number, code: number, inRequest: number) {
    const judged = judge(bytes, start, at, end, code);
    const isCertain = evidence[judged?.evidence ?? -1]?.strength === "certain";
    const isBeside = at === inRequest && !isCertain && !isListed(bytes, at, end);
    const mention = isBeside ? { code, evidence: byRequest, from: at, to: at + 3 } : judged;
    return mention && isBelieved(evidence[mention.evidence], code, isKnown) ? mention : undefined;
  }

  return (bytes, start, body, first, end, marks) => {
    let found: Mention[] | undefined;
    const { status: inRequest, size } = (marks & SLASHES) !== 0 ? findBeside(bytes, start, body, end) : NO_NUMBERS;
    for (let at = first; at + 3 <= end && (found?.length ?? 0) < MENTIONS_MAX; at++) {
      if (!is(bytes[at], DIGIT)) continue;
      const code = at > start && is(bytes[at - 1], DIGIT) ? 0 : threeDigits(bytes, at);
      while (is(bytes[at + 1], DIGIT) && at + 1 < end) at += 1;
      if (code < 100 || at - 2 === size || isMeasured(bytes, at + 1, end)) continue;
      const mention = mentionAt(bytes, start, at - 2, end, code, inRequest);
      if (mention && found) found.push(mention);
      else if (mention) found = [mention];
    }
    return found ? withoutSize(evidence, found, inRequest) : NOTHING;
  };
}

/** "[200, 404]"; but `"GET /x",200,404` are columns. */
function isListed(bytes: Uint8Array, at: number, end: number): boolean {
  return bytes[at - 1] !== COMMA && beginsList(bytes, at, end);
}

/** `status=502 "GET /x" 404`: where a field before it is called so, the number beside the request is a size. */
function withoutSize(
  evidence: readonly LogEvidence[],
  found: readonly Mention[],
  inRequest: number,
): readonly Mention[] {
  const isField = ({ evidence: index }: Mention) =>
    evidence[index]?.how === "after" && evidence[index]?.gap === "field";
  if (!found.some((mention) => isField(mention) && mention.to < inRequest)) return found;
  return found.filter((mention) => isField(mention) || mention.to !== inRequest + 3);
}

/** Returns the judge of a number by the words on both sides; the stronger evidence counts. */
function createJudge(catalog: Catalog) {
  const { evidence } = catalog.logs;
  const phrases = createPhrases(catalog);
  const judgeWords = createWordJudge(evidence, phrases);
  const judgePhrase = createPhraseJudge(evidence, phrases);
  const rankOf = ({ evidence: index }: Mention) => rankEvidence(evidence[index]);

  return (bytes: Uint8Array, start: number, at: number, end: number, code: number): Mention | undefined => {
    const byWords = judgeWords(bytes, start, at, end, code);
    if (byWords === "no-status") return undefined;
    if (byWords !== "nothing" && rankOf(byWords) <= EXPLICIT) return byWords;
    const byPhrase = judgePhrase(bytes, start, at, end, code);
    if (byWords === "nothing") return byPhrase;
    return byPhrase && rankOf(byPhrase) < rankOf(byWords) ? byPhrase : byWords;
  };
}

const HTTP_MAX = 599;

function isBelieved(evidence: LogEvidence | undefined, code: number, isKnown: (code: number) => boolean): boolean {
  switch (evidence?.codes) {
    case "any":
      return true;
    case "known":
      return code <= HTTP_MAX && isKnown(code);
    case "failure":
      return code >= 400 && code <= HTTP_MAX && isKnown(code);
    case undefined:
      return false;
  }
}
