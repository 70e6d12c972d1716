/** Whether the words before a number make it a status: "status code 404", "HTTP/1.1 404"; or say that it is none. */
import type { LogEvidence } from "../catalog/types.js";
import { is, UPPER } from "./ascii.js";
import { createCueTrie } from "./cue-trie.js";
import type { Mention } from "./mention.js";
import { beginsList, type Gap, readGap } from "./number-context.js";
import type { Phrases } from "./phrases.js";
import { rankEvidence } from "./rank-evidence.js";

/** `no-status`: whatever stands behind the number, it is none. */
export type WordVerdict = Mention | "nothing" | "no-status";

/** `at`: where the number begins; `code`: what it is. */
export type JudgeWords = (bytes: Uint8Array, start: number, at: number, end: number, code: number) => WordVerdict;

/** What the words before a number prove: evidence, for one code only where `code` is set; or that it is no status. */
interface Cue {
  readonly evidence: number;
  readonly code: number;
}

const NO_STATUS = -1;
/** Only right before the number: "user 404 not found", but "failed to get user: 404 Not Found". */
const IF_BESIDE = -1;

export function createWordJudge(evidence: readonly LogEvidence[], phrases: Phrases): JudgeWords {
  const { cues, spellings } = collectCues(evidence, phrases);
  const trie = createCueTrie(spellings);
  const gap: Gap = { from: 0, assigns: false, separates: false, compares: false };

  function proves(cue: Cue | undefined, code: number, bytes: Uint8Array, at: number): boolean {
    if (!cue || (cue.code !== 0 && cue.code !== code)) return false;
    return fits(evidence[cue.evidence], code, gap, bytes, at);
  }

  return (bytes, start, at, end, code) => {
    readGap(bytes, start, at, gap);
    if (gap.compares || beginsList(bytes, at, end)) return "no-status";
    const owners = trie.find(bytes, start, gap.from);
    if (owners.some((owner) => denies(cues[owner], gap))) return "no-status";
    const owner = owners.find((candidate) => proves(cues[candidate], code, bytes, at));
    const cue = owner === undefined ? undefined : cues[owner];
    return cue ? { code, evidence: cue.evidence, from: trie.start(), to: at + 3 } : "nothing";
  };
}

function denies(cue: Cue | undefined, gap: Gap): boolean {
  return cue?.evidence === NO_STATUS && !(cue.code === IF_BESIDE && gap.assigns);
}

function collectCues(evidence: readonly LogEvidence[], phrases: Phrases): { cues: Cue[]; spellings: string[][] } {
  const named = evidence.findIndex(({ how }) => how === "named");
  const own = evidence.flatMap((entry, index): [Cue, readonly string[]][] => [
    [{ evidence: index, code: 0 }, entry.how === "after" ? entry.cues : []],
    [{ evidence: NO_STATUS, code: entry.how === "phrase" ? IF_BESIDE : 0 }, entry.not],
  ]);
  const names = phrases.names
    .filter(([, code]) => phrases.isTelling(code))
    .map(([name, code]): [Cue, readonly string[]] => [{ evidence: named, code }, [name]]);
  const rank = ([cue]: [Cue, readonly string[]]) => rankEvidence(evidence[cue.evidence]);
  const all = [...names, ...own].sort((a, b) => rank(a) - rank(b));
  return { cues: all.map(([cue]) => cue), spellings: all.map(([, spelling]) => [...spelling]) };
}

function fits(evidence: LogEvidence | undefined, code: number, gap: Gap, bytes: Uint8Array, at: number): boolean {
  if (!evidence || (evidence.only.length > 0 && !evidence.only.includes(code))) return false;
  switch (evidence.gap) {
    case "field":
      return gap.assigns;
    case "words":
      return gap.from < at && (gap.separates || gap.assigns);
    case "glued":
      return gap.from === at || gap.separates || gap.assigns || is(bytes[gap.from - 1], UPPER); // "HTTP_503", not "http_503"
  }
}
