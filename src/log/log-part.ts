/** A part of the reader that keeps something of the log that is read. */
export interface LogPart {
  /** Forgets the log before: a reader reads one after the other. */
  forget(): void;
}
