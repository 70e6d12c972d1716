/** The log: JSON lines on standard output. Errors lose tokens and bodies before they are written. */
import { pino } from "pino";
import type { LogLevel } from "../config.js";
import { scrub } from "./scrub.js";

/** `fields` say what a reader can search for, never a user's text or a token. */
type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** Under the key `err`, an error is reduced to name, code, message and stack, scrubbed. */
export function createLogger(level: LogLevel, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { code, cause } = error as Error & { code?: unknown };
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    message: scrub(error.message),
    ...(error.stack && { stack: scrub(error.stack) }),
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}
