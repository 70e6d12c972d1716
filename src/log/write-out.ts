/** The layout that `curl -w` is told to write: "%{http_code} %{time_total}\n". */
import { compileLayout, type Layout } from "./layout.js";

const LINE_MAX_BYTES = 2_048;
const OPTION = /(?:-w|--write-out)[ =]{0,3}(?:'([^']{1,400})'|"([^"]{1,400})"|(%\{\w{1,30}\}))/;
const STATUS = /%\{(?:http_code|response_code)\}/;
const OTHER = /%\{\w{1,30}\}/g;

/** The layout of the lines to come, when a command on this line names one with a status. */
export function readWriteOut(bytes: Uint8Array, start: number, end: number): Layout | undefined {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + LINE_MAX_BYTES)));
  const [, single, double, bare] = OPTION.exec(text) ?? [];
  const format = single ?? double ?? bare ?? "";
  const line = format.split("\\n").find((part) => STATUS.test(part));
  if (line === undefined) return undefined;
  return compileLayout(
    line
      .replace(STATUS, "{status}")
      .replace(OTHER, "{_}")
      .replace(/\\[tr]/g, " ")
      .trim(),
  );
}
