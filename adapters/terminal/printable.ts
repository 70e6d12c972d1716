/** Escape sequences, other control characters, and what reorders text: none of it reaches a terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** One line of text as it may be printed. The only place where text is made safe for a terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "");
}
