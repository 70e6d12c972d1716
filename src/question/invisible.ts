/** Control characters, escape sequences' beginnings, bidirectional and zero-width marks, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** Text without the characters that show nothing, or that change how others are shown. White space must be folded before. */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}
