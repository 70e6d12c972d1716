/** Short words as numbers, five bits a letter in any case: no two words of up to ten letters share one. */
export function hashWords(words: string): ReadonlySet<number> {
  return new Set(
    words.split(" ").map((word) => [...word].reduce((hash, letter) => addLetter(hash, letter.charCodeAt(0)), 0)),
  );
}

export function addLetter(hash: number, byte: number): number {
  return hash * 32 + (byte & 31);
}
