/** Whether a part of a path is what nobody should repeat: a token, a password, a signature. When in doubt it is. */
import { DIGIT, is, LETTER, lower, UPPER } from "./ascii.js";

const RANDOM_MIN_BYTES = 16;
const ENCODED_MIN_BYTES = 12;
const EQUALS = 61;

/** Letters and digits in such a mix as nobody names things by: "AKIA…", "kQzXwVpLmNbRtYhJ", base64 with its padding. */
export function looksRandom(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length >= ENCODED_MIN_BYTES && bytes[to - 1] === EQUALS) return true;
  if (length < RANDOM_MIN_BYTES) return false;
  let [digits, uppers, lowers] = [0, 0, 0];
  for (let at = from; at < to; at++) {
    if (is(bytes[at], DIGIT)) digits += 1;
    else if (is(bytes[at], UPPER)) uppers += 1;
    else if (is(bytes[at], LETTER)) lowers += 1;
    else return false;
  }
  if (lowers === 0) return digits > 0 && uppers >= 6;
  if (digits >= 2) return uppers >= 2;
  return uppers >= 0.3 * length && lowers >= 0.2 * length; // words in CamelCase have fewer capitals
}

const BEFORE_SECRETS = new Set(
  "token tokens password passwords passwd secret secrets key keys apikey reset share shared invite invitation invitations verify verification confirm confirmation activate activation magic basic bearer auth unsubscribe session sessions signature otp hooks webhooks"
    .split(" ")
    .map((word) => hashLetters(new TextEncoder().encode(word), 0, word.length)),
);
const WORD_MIN_BYTES = 3;
const WORD_MAX_BYTES = 14;

/** Whether this part of a path says that a secret may come next: "/password/…", "/reset/…". */
export function announcesSecret(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  return length >= WORD_MIN_BYTES && length <= WORD_MAX_BYTES && BEFORE_SECRETS.has(hashLetters(bytes, from, to));
}

function hashLetters(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + lower(bytes[at] ?? 0)) | 0;
  return hash;
}

/** Small letters, with `-` or `_` between them: "refresh", "forgot-password". */
export function isPlainWord(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const isJoin = bytes[at] === 45 || bytes[at] === 95;
    if (!isJoin && (!is(bytes[at], LETTER) || is(bytes[at], UPPER))) return false;
  }
  return to - from <= 2 * WORD_MAX_BYTES;
}
