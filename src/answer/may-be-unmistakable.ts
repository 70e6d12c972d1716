/**
 * Whether it is worth reading a message that nobody addressed to the bot: most chatter holds no number of three digits,
 * asks nothing and compares nothing. Necessary for a reply, never enough; costs a microsecond.
 */
const WORTH_READING =
  /\d{3}|[1-5]xx|\?|\b(?:vs|versus|status code)\b|^\W*(?:(?:hey|hi|so|um|ok|please|pls)\W+)*(?:what|which|how|why|does|is|can|could|should|explain|any(?:one|body)|some(?:one|body)|difference|whats)\b/i;

export function mayBeUnmistakable(text: string): boolean {
  return WORTH_READING.test(text);
}
