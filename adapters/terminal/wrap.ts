/** Breaks text at spaces into lines of at most `width` code points; a longer word stands alone and is broken up. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => pieces(long, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (charCount(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Length as people count: code points. */
export function charCount(text: string): number {
  return [...text].length;
}

function pieces(word: string, width: number): string[] {
  const characters = [...word];
  if (characters.length <= width) return [word];
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, index) => {
    return characters.slice(index * width, (index + 1) * width).join("");
  });
}
