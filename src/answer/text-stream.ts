/** Text that comes in pieces and may never fit into memory: a question where it is short, a log where it is long. */
import type { Catalog } from "../catalog/catalog.js";
import { createLogReader, type LogReader } from "../log/log-reader.js";
import type { Finding } from "./finding.js";
import { createUnderstand, describeLog } from "./understand.js";

export interface TextStream {
  /** UTF-8; a piece may end anywhere. */
  push(chunk: Uint8Array): void;
  /** What all of it says; undefined when it is too long for a question, and no log. */
  end(): Finding | undefined;
}

/** Nobody asks in more words. What is longer can only be a log, and is read as it comes, in bounded memory. */
export const QUESTION_MAX_BYTES = 64 * 1024;

export function createTextStream(catalog: Catalog): TextStream {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let reader: LogReader | undefined;

  function beginReading(): LogReader {
    const started = createLogReader(catalog);
    for (const chunk of kept.splice(0)) started.push(chunk);
    return started;
  }

  return {
    push: (chunk) => {
      bytes += chunk.length;
      if (bytes > QUESTION_MAX_BYTES) reader ??= beginReading();
      if (reader) reader.push(chunk);
      else kept.push(chunk);
    },
    end: () => {
      if (!reader) return createUnderstand(catalog)(decode(kept)).finding;
      const report = reader.end();
      return report && describeLog(catalog, report);
    },
  };
}

function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}
