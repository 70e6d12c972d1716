import type { Receiver } from "@slack/bolt";

/** How what Slack sends reaches the app: over HTTP or through a socket. */
export interface Connection {
  readonly receiver: Receiver;
  /** What the SDK is to put into an acknowledgement, so that Slack reads `message`. */
  pack(message: object): unknown;
  /** Resolves when Slack can reach us. Rejects with an AdapterError when it never will. */
  open(): Promise<void>;
  /** Takes nothing new; what has been taken can still be acknowledged. */
  refuse(): void;
  close(): Promise<void>;
  isOpen(): boolean;
}
