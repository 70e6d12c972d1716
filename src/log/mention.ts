/** A status that a line tells of. */
export interface Mention {
  readonly code: number;
  /** Which evidence it is: an index into the catalog's list. */
  readonly evidence: number;
  /** Offsets of the evidence, number included. */
  readonly from: number;
  readonly to: number;
}
