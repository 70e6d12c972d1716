/**
 * What a log says. No wording: codes, counts, places, times, and which known causes fit. A server's error log
 * has a report although none of its lines tells of a status: of its causes, if any is known, and of no response.
 */
import type { Captures } from "./captures.js";

export interface LogReport {
  /** Lines that were read, and whether that was all of them. */
  readonly lines: number;
  readonly complete: boolean;
  /** Lines that were too long to be read as a record: only what stands out in them counts. */
  readonly longLines: number;
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
  /** Successes before the first failure and after the last one; none where the lines are in no order of time. */
  readonly before: Successes;
  readonly after: Successes;
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

export interface Successes {
  readonly count: number;
  /** Whether one of them was where something failed: the same method and folded path. */
  readonly atFailedPlace: boolean;
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
  /** When the first interval begins, and when the log ends, as the log writes it. */
  readonly from: string;
  readonly to: string;
  readonly failures: readonly number[];
}

/** Where it comes from: a rule of the catalog by its id, or a code that travels with a status, such as IIS's 403.14. */
export type LogCause = (
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "subcode"; readonly owner: string; readonly code: string }
) & {
  readonly count: number;
  /** How many failures it certainly explains: a line that shows it is of the same request, or of one at the same path. */
  readonly accountsFor: number;
  /** By time where the log has times. Line 0: it is about the log as a whole. */
  readonly first: LogMoment;
  readonly last: LogMoment;
  readonly captures: Captures;
};

export interface Hop {
  readonly code: number;
  /** Path of where it leads, folded; empty where the log does not tell. */
  readonly to: string;
  /** Another host than before; the address of a host is not repeated. */
  readonly leavesHost: boolean;
  /** Whether that address is written with one, and which. */
  readonly scheme?: "http" | "https";
  /** An earlier hop led to the very same address. */
  readonly returns: boolean;
}

export interface LogSecretFound {
  /** Key of the pattern in the catalog. */
  readonly secret: string;
  readonly line: number;
}
