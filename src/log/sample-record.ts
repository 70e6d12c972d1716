import type { LogKnowledge } from "../catalog/types.js";
import { compileRecords } from "./compile-records.js";
import { fieldText } from "./field-text.js";
import type { Slot } from "./layout.js";
import { createRecordReader } from "./read-record.js";
import { readRecordRequest } from "./record-request.js";
import { marksOf } from "./survey-line.js";

export interface SampleRecord {
  readonly method: string;
  readonly path: string;
  readonly flags: string;
  readonly upstream: string;
  readonly behind: number;
}

/** Returns the reading of a text's first record; undefined when no line is one. Colors must have been taken out. */
export function createSampleRecord(
  knowledge: Pick<LogKnowledge, "formats" | "prefixes">,
): (text: string) => SampleRecord | undefined {
  const compiled = compileRecords(knowledge);
  return (text) => {
    const records = createRecordReader(compiled);
    for (const line of text.split("\n")) {
      const bytes = new TextEncoder().encode(line);
      if (records.read(bytes, 0, bytes.length, marksOf(line), !/\d{3}/.test(line)))
        return describe(records.reading.fields, bytes);
    }
    return undefined;
  };
}

function describe(fields: ReturnType<typeof createRecordReader>["reading"]["fields"], bytes: Uint8Array): SampleRecord {
  const span = { methodFrom: 0, methodTo: 0, pathFrom: 0, pathTo: 0 };
  readRecordRequest(fields, bytes, span);
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, Math.max(from, to)));
  const slot = (name: Slot) => fieldText(fields, name, bytes);
  return {
    method: text(span.methodFrom, span.methodTo),
    path: text(span.pathFrom, span.pathTo),
    flags: slot("flags"),
    upstream: slot("upstream"),
    behind: fields.behind,
  };
}
