import type { Receiver } from "@slack/bolt";

/** How what Slack sends reaches the app: over HTTP or through a socket. */
export interface Connection {
  readonly receiver: Receiver;
  /** What the SDK is to put into an acknowledgement, so that Slack reads `message`. */
  pack(message: object): unknown;
  /** Resolves when Slack can reach us. Rejects with an AdapterError when it never will. */
  open(): Promise<void>;
  /**
   * Takes nothing new. Resolves when Slack has its answer to all that was taken, or after a while. `acknowledged` resolves
   * when the app owes no acknowledgement.
   */
  close(acknowledged: () => Promise<unknown>): Promise<void>;
  isOpen(): boolean;
}
