import { randomBytes } from "node:crypto";
import type { Logger } from "../../src/ops/logger.js";
import { describeRefusal } from "./discord-errors.js";

/** Logs what should not have happened. Returns the reference that joins the log's line to the sentence the asker gets. */
export function logFailure(logger: Logger, what: string, error: unknown, fields: object = {}): string {
  const reference = randomBytes(4).toString("hex");
  logger.error({ reference, ...fields, ...describeRefusal(error) }, what);
  return reference;
}
