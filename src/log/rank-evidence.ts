import type { LogEvidence } from "../catalog/types.js";

/** Where several kinds fit, the stronger one counts; of two, the one that says HTTP itself. */
const STRENGTHS: readonly LogEvidence["strength"][] = ["certain", "likely", "supported", "dumped"];

export function rankEvidence(evidence: LogEvidence | undefined): number {
  return (evidence ? STRENGTHS.indexOf(evidence.strength) : STRENGTHS.length) * 2 + (evidence?.explicit ? 0 : 1);
}

/** The rank of likely evidence that says HTTP itself: nothing beside it can be better. */
export const EXPLICIT = 2;
