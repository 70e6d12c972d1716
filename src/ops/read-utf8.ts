import { markedEncoding } from "./decode-text.js";

/** A stream of bytes as UTF-8: where its beginning says that it is UTF-16, it is translated on the way. */
export async function* readUtf8(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let isFirst = true;
  for await (const chunk of input) {
    const encoding = isFirst ? markedEncoding(chunk) : undefined;
    if (encoding && encoding !== "utf-8") decoder = new TextDecoder(encoding);
    isFirst = false;
    yield decoder ? new TextEncoder().encode(decoder.decode(chunk, { stream: true })) : chunk;
  }
}
