import { randomBytes } from "node:crypto";
import { explainFailure, refusalOf } from "./slack-errors.js";
import type { SlackParts } from "./slack-parts.js";

export interface Attempt {
  /** What is done, for the log: "command", "mention". */
  readonly what: string;
  /** Empty when it is not known. */
  readonly channel: string;
  /** Tells the asker alone; takes mrkdwn. Missing where nobody asked. */
  readonly tell?: (sentence: string) => Promise<unknown>;
}

/**
 * Does `work`. What it throws is logged under a reference, and the asker alone is told what happened with that reference.
 * Never rejects.
 */
export async function attempt(
  { what, channel, tell }: Attempt,
  { logger, me }: SlackParts,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reference = randomBytes(4).toString("hex");
    const refusal = refusalOf(error);
    logger.error({ err: error, reference, what, channel, ...(refusal && { refusal }) }, `${what} failed`);
    const sentence = `${explainFailure(error, { channel, botName: me.name })} (Reference ${reference})`;
    await tell?.(sentence).catch((untold: unknown) =>
      logger.warn({ err: untold, reference, what, channel }, "the asker could not be told"),
    );
  }
}
