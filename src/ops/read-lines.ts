import { StringDecoder } from "node:string_decoder";

export interface Line {
  readonly text: string;
  /** The line was longer than the limit; what lay beyond was not kept. */
  readonly clipped: boolean;
}

/** Lines of a byte stream, each of at most `maxChars` UTF-16 code units, however long they are: memory stays bounded. */
export async function* readLines(input: AsyncIterable<Buffer | string>, maxChars: number): AsyncGenerator<Line> {
  const decoder = new StringDecoder("utf8");
  let line = "";
  let clipped = false;
  for await (const chunk of input) {
    const pieces = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        yield { text: line.replace(/\r$/, ""), clipped };
        line = "";
        clipped = false;
      }
      clipped ||= line.length + piece.length > maxChars;
      line += piece.slice(0, Math.max(0, maxChars - line.length));
    }
  }
  if (line !== "") yield { text: line, clipped };
}
