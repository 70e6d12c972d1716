/** Classes of bytes. Logs are read as bytes: lines without evidence are never turned into strings. */

export const DIGIT = 1;
export const UPPER = 2;
const LOWER = 4;
export const LETTER = UPPER | LOWER;
export const ALNUM = DIGIT | LETTER;
/** Space and tab. */
export const BLANK = 8;
/** What may stand between a word and its number: `status="404`, `code: [404`, `error -> 404`. */
export const GAP = 16;
/** Letters, digits and the bytes of characters beyond ASCII. */
export const WORD = 32;

/** In place of bytes that are no longer needed. */
export const NO_BYTES: Uint8Array = new Uint8Array();

export const NEWLINE = 10;
export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const EQUALS = 61;
export const BACKSLASH = 92;
export const ZERO = 48;

const CLASS_OF = new Uint8Array(256);

function mark(bytes: string, bits: number): void {
  for (const character of bytes) {
    const byte = character.charCodeAt(0);
    CLASS_OF[byte] = (CLASS_OF[byte] ?? 0) | bits;
  }
}

mark("0123456789", DIGIT | WORD);
mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER | WORD);
mark("abcdefghijklmnopqrstuvwxyz", LOWER | WORD);
mark(" \t", BLANK | GAP);
mark("\"'`([{<:=>-_*\\|.", GAP);
for (let byte = 128; byte < 256; byte++) CLASS_OF[byte] = WORD;

/** Whether a byte belongs to one of the classes in `mask`. */
export function is(byte: number | undefined, mask: number): boolean {
  return byte !== undefined && ((CLASS_OF[byte] ?? 0) & mask) !== 0;
}

/** The byte of the lower-case letter; other bytes as they are. */
export function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** The three-digit number at `at`, or 0 when there is none or it goes on. Never begins with 0. */
export function threeDigits(bytes: Uint8Array, at: number): number {
  const hundreds = bytes[at] ?? 0;
  const tens = bytes[at + 1];
  const ones = bytes[at + 2];
  if (hundreds < 49 || hundreds > 57 || !is(tens, DIGIT) || !is(ones, DIGIT) || is(bytes[at + 3], DIGIT)) return 0;
  return (hundreds - ZERO) * 100 + ((tens ?? 0) - ZERO) * 10 + (ones ?? 0) - ZERO;
}
