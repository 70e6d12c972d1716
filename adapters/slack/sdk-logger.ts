import { LogLevel, type Logger as SdkLogger } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";
import { scrub } from "../../src/ops/scrub.js";

/**
 * The SDK's log as lines of ours. Its debug lines hold whole messages, so they are dropped, whatever the level. What it
 * warns of is told by the handlers too, with more to say; `loudest` is "warn" only where nobody else would.
 */
export function createSdkLogger(logger: Logger, loudest: "debug" | "warn"): SdkLogger {
  const write =
    (level: "debug" | "warn") =>
    (...parts: readonly unknown[]) =>
      logger[level]({ from: "sdk" }, withoutBody(scrub(parts.map(String).join(" "))));
  return {
    debug: () => {},
    info: write("debug"),
    warn: write(loudest),
    error: write(loudest),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** A parser's complaint quotes what it could not parse. */
function withoutBody(line: string): string {
  return line.replace(/(Malformed request body).*/s, "$1");
}
