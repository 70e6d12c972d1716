/** Files that come with a message. Adapters tell what they are and how to read them; nothing is read before it is meant. */
import type { Unread } from "../card/unread-card.js";

export type Attachment = TextAttachment | { readonly kind: "picture" | "other"; readonly name: string };

export interface TextAttachment {
  readonly kind: "text";
  readonly name: string;
  /** In bytes, as the platform says; 0 where it does not. What is read is counted all the same. */
  readonly size: number;
  /** Whether name and type are those of a log, or of nothing else: worth reading although nobody asked. */
  readonly mayBeLog: boolean;
  /** Reads at most `maxBytes`, from the beginning. Rejects with an UnreadableError. */
  read(maxBytes: number): Promise<FileText>;
}

export function textFiles(attachments: readonly Attachment[]): readonly TextAttachment[] {
  return attachments.filter((attachment) => attachment.kind === "text");
}

export interface FileText {
  readonly text: string;
  /** False when the file goes on. */
  readonly complete: boolean;
}

/** Why a file that should hold text gave none. */
export type WhyUnreadable = Extract<Unread, "permission" | "gone" | "binary" | "unreachable">;

/** `remedy`: a sentence for the asker on what would help, where only the platform's adapter knows. Holds no address. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
  readonly why: WhyUnreadable;
  readonly remedy: string;

  constructor(why: WhyUnreadable, options: { readonly remedy?: string; readonly cause?: unknown } = {}) {
    super(`A file could not be read: ${why}`, options.cause === undefined ? {} : { cause: options.cause });
    this.why = why;
    this.remedy = options.remedy ?? "";
  }
}
