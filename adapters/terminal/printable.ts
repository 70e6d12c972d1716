import { dropInvisible } from "../../src/question/invisible.js";

/** One line of text as it may be printed: the only place where text is made safe for a terminal. */
export function printable(text: string): string {
  return dropInvisible(text);
}
