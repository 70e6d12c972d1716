/** The request of a record: from its fields for method and path, else out of its request line. */
import { BLANK, is } from "./ascii.js";
import { SLOTS, type Slot } from "./layout.js";
import type { Fields } from "./match-layout.js";
import { isMethod, type RequestSpan } from "./request.js";

const at = (slot: Slot) => SLOTS.indexOf(slot) * 2;
const METHOD = at("method");
const PATH = at("path");
const REQUEST = at("request");

/** Fills `span`; its `to` fields are 0 where the record has none. */
export function readRecordRequest({ spans }: Fields, bytes: Uint8Array, span: RequestSpan): void {
  span.methodFrom = spans[METHOD] ?? 0;
  const methodTo = spans[METHOD + 1] ?? 0;
  span.methodTo = isMethod(bytes, span.methodFrom, methodTo) ? methodTo : 0;
  span.pathFrom = spans[PATH] ?? 0;
  span.pathTo = spans[PATH + 1] ?? 0;
  const requestTo = spans[REQUEST + 1] ?? 0;
  if (requestTo > 0) splitRequest(bytes, spans[REQUEST] ?? 0, requestTo, span);
  else if (span.pathTo > 0) splitRequest(bytes, span.pathFrom, span.pathTo, span);
}

/** "GET /path HTTP/1.1", or a path alone. */
function splitRequest(bytes: Uint8Array, from: number, to: number, span: RequestSpan): void {
  let blank = from;
  while (blank < to && !is(bytes[blank], BLANK)) blank += 1;
  const hasMethod = blank < to && isMethod(bytes, from, blank);
  if (hasMethod) {
    span.methodFrom = from;
    span.methodTo = blank;
  }
  span.pathFrom = hasMethod ? blank + 1 : from;
  span.pathTo = span.pathFrom;
  while (span.pathTo < to && !is(bytes[span.pathTo], BLANK)) span.pathTo += 1;
  if (bytes[span.pathFrom] !== 47 && bytes[span.pathFrom] !== 104) span.pathTo = 0; // "-", "\x16\x03": no path
}
