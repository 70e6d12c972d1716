/** What Teapot says on Slack only. Sentences that other platforms share live with the cards. */
import { MUTE_HOURS } from "../../src/bot/bot.js";

export const BACK = "‹ Back";
export const SHARE = "Share to channel";
export const DELETE = "Delete";
export const MUTE = `Mute here for ${MUTE_HOURS} hours`;
export const PICK = "Pick one";
export const OUTDATED = "This button is from an older version of me. Please ask again.";

/** Follows the sentence that a file cannot be opened. */
export const NEEDS_FILES_READ =
  "Whoever manages this app can add the permission files:read under OAuth & Permissions, and install the app again.";

/** `mention` is markup for a person, made from the id that Slack sent. */
export function sharedBy(mention: string): string {
  return `shared by ${mention}`;
}

export function mutedBy(mention: string): string {
  return `${mention} muted me here for ${MUTE_HOURS} hours. Mention me whenever you need me.`;
}
