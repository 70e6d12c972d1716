/** What a pasted log says: which statuses it holds, how often, and where first. No wording. */
export interface LogReport {
  /** Lines that were read. */
  readonly lines: number;
  /** Lines that tell of a status. */
  readonly total: number;
  /** How many of them tell of a failure: 400 and above. */
  readonly failures: number;
  /** Failures first, the most frequent first. */
  readonly statuses: readonly LogStatus[];
}

export interface LogStatus {
  readonly code: number;
  readonly count: number;
  /** Number of the line it was seen on first, from 1. */
  readonly firstLine: number;
}
