/** Which message was answered with which reply, so that a reply follows when its source is edited or deleted. No text. */
import { type BoundedMap, createBoundedMap } from "./bounded-map.js";

export interface KeptReply {
  readonly channel: string;
  /** Whether somebody asked for the reply. */
  readonly asked: boolean;
  /** When the source was edited last, as Discord writes it: an unfurled link is an update too, but no edit. */
  readonly editedAt: string | null;
  /** The reply's id, undefined where none was posted. Whatever is done to the reply is chained to it, so it happens in order. */
  readonly posted: Promise<string | undefined>;
}

/** Discord limits how often older messages can be edited, and few people edit them. */
const REPLY_TTL_MS = 60 * 60 * 1000;
const REPLIES_MAX = 5_000;

/** Keys are ids of source messages. */
export type ReplyMemory = BoundedMap<KeptReply>;

export function createReplyMemory(now: () => number): ReplyMemory {
  return createBoundedMap<KeptReply>(REPLIES_MAX, REPLY_TTL_MS, now);
}
