/** What a log says. No wording: codes, counts, places, times, and which known causes fit. */

export interface LogReport {
  /** Lines that were read, and whether that was all of them. */
  readonly lines: number;
  readonly complete: boolean;
  /** The known formats that it was read as, the most frequent first. Empty for text that only tells of statuses. */
  readonly readAs: readonly FormatCount[];
  /** Responses that it tells of, each counted once however many lines tell of it. */
  readonly responses: number;
  /** How many of them failed: 400 and above. */
  readonly failures: number;
  /** Requests that ended without any status. */
  readonly unanswered: number;
  /** Failures first: the worst class, then the most frequent. */
  readonly statuses: readonly LogStatus[];
  /** Successes before the first failure and after the last one. */
  readonly before: number;
  readonly after: number;
  readonly firstFailure?: LogMoment;
  readonly lastFailure?: LogMoment;
  /** Failures in equal intervals; only where the log is long enough in lines and time. */
  readonly timeline?: Timeline;
  /** The known causes that fit, the most telling first. */
  readonly causes: readonly LogCause[];
  /** Redirects one after the other, of the same request. */
  readonly hops: readonly Hop[];
  /** What looks like a credential: its kind and line, never the credential. */
  readonly secrets: readonly LogSecretFound[];
}

export interface FormatCount {
  /** Key of the format in the catalog. */
  readonly format: string;
  readonly lines: number;
}

export interface LogStatus {
  readonly code: number;
  /** Whose code it is, where the log tells: the key of the catalog's entry. */
  readonly key?: string;
  readonly count: number;
  readonly first: LogMoment;
  readonly last: LogMoment;
  /** For failures: where, folded, the most frequent first. */
  readonly places: readonly Place[];
  /** For failures: how many of them the server behind sent, where the log tells both. */
  readonly fromBehind?: number;
}

export interface Place {
  readonly method: string;
  readonly path: string;
  readonly count: number;
}

export interface LogMoment {
  /** From 1. */
  readonly line: number;
  /** Milliseconds since 1970, or since midnight where the log has no dates. */
  readonly at?: number;
  /** As the log writes it: "03:14:07". */
  readonly clock?: string;
}

export interface Timeline {
  readonly stepMs: number;
  readonly failures: readonly number[];
}

export interface LogCause {
  /** Key of the rule in the catalog. */
  readonly rule: string;
  readonly count: number;
  readonly first: LogMoment;
  readonly last: LogMoment;
  readonly captures: Readonly<Record<string, string>>;
}

export interface Hop {
  readonly code: number;
  /** Path of where it leads, folded; empty where the log does not tell. */
  readonly to: string;
  /** Another host than before; the address of a host is not repeated. */
  readonly leavesHost: boolean;
}

export interface LogSecretFound {
  /** Key of the pattern in the catalog. */
  readonly secret: string;
  readonly line: number;
}
