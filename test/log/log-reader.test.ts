import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../src/log/knowledge.js";
import { createLogReader } from "../../src/log/log-reader.js";
import type { LogReport } from "../../src/log/log-report.js";
import { LINE_MAX_BYTES } from "../../src/log/split-lines.js";
import { catalog } from "../catalog.js";
import { readPastes } from "./read-pastes.js";

const knowledge = createKnowledge(catalog);

function read(bytes: Uint8Array, cuts: readonly number[] = []): LogReport | undefined {
  const reader = createLogReader(catalog, knowledge);
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [index, edge] of edges.slice(1).entries()) reader.push(bytes.subarray(edges[index], edge));
  return reader.end();
}

const encode = (text: string) => new TextEncoder().encode(text);
const codesOf = (report: LogReport | undefined) =>
  Object.fromEntries((report?.statuses ?? []).map(({ code, count }) => [code, count]));

/** What logs are made of, and what breaks them. */
const piece = fc.constantFrom(
  '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"\n',
  '{"level":30,"req":{"method":"GET","url":"/a/1"},"res":{"statusCode":404}}\n',
  "HTTP/1.1 301 Moved Permanently\r\nLocation: https://example.com/\r\n\r\n",
  "\u001b[31mERROR\u001b[0m request failed with status code 503\n",
  "{\n",
  "}\n",
  '"',
  "\\",
  "\u0000",
  "ü€😀",
  "404 ",
  "status=",
  "/@".repeat(900),
  "\n",
  "a".repeat(5_000),
);
const minutes = (hour: number, code: number) =>
  Array.from(
    { length: 30 },
    (_, minute) => `10.0.0.1 - - [21/Nov/2026:${hour}:${10 + minute}:00 +0000] "GET /late HTTP/1.1" ${code} 1\n`,
  ).join("");
/** Logs that leave something behind: many paths, a layout, columns, a request without an answer, a credential. */
const LEAVING = [
  Array.from({ length: 4_100 }, (_, index) => {
    const word = index.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
    return `10.0.0.1 - - [21/Nov/2026:03:14:07 +0000] "GET /many/${word} HTTP/1.1" 502 1\n`;
  }).join(""),
  "$ curl -s -o /dev/null -w '%{http_code} %{time_total}\\n' https://example.com/\n503 0.120\n",
  "404 0.120\n200 0.050\n",
  "#Fields: date time cs-method cs-uri-stem sc-status\n2026-11-21 03:14:07 GET /a 404\n",
  "2026-11-21 03:14:07 GET /a 404\n",
  "> GET /a HTTP/1.1\n< HTTP/1.1 100 Continue\n",
  "< HTTP/1.1 404 Not Found\n",
  "Authorization: Bearer 4fG7kLm92QwErTy81ZxCvBnM\nHTTP/1.1 401 Unauthorized\n",
  minutes(10, 502),
  minutes(14, 503),
];
const text = fc
  .array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 40 })), { maxLength: 30 })
  .map((parts) => parts.join(""));

describe("the log reader", () => {
  it("reads the same however the log is cut into chunks", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 12 }), (log, cuts) => {
        expect(read(encode(log), cuts)).toEqual(read(encode(log)));
      }),
    );
  });

  it("reads a log the same whatever it has read before", () => {
    const kept = createLogReader(catalog, knowledge);
    const readNext = (log: string) => {
      kept.push(encode(log));
      return kept.end();
    };
    fc.assert(
      fc.property(text, text, (before, log) => {
        readNext(before);
        expect(readNext(log)).toEqual(read(encode(log)));
      }),
    );
    const pastes = readPastes().map((paste) => paste.text);
    const leaving = LEAVING.flatMap((before) => LEAVING.flatMap((log) => [before, log]));
    for (const log of [...pastes, ...leaving]) expect(readNext(log)).toEqual(read(encode(log)));
  });

  it("reads colored lines that become shorter", () => {
    const lines = [
      `GET /orders/${"1".repeat(60)} failed with status code 503`,
      "GET /orders failed with status code 503",
      "request failed with status code 502",
    ];
    const colored = lines.map((line) => `\u001b[31mERROR\u001b[0m ${line}\n`).join("");
    expect(codesOf(read(encode(colored)))).toEqual({ 503: 2, 502: 1 });
  });

  it("takes any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => void read(bytes)));
  });

  it("reads logs by turns without mixing them up", () => {
    const [first, second] = [createLogReader(catalog, knowledge), createLogReader(catalog, knowledge)];
    for (let index = 0; index < 20; index++) {
      first.push(encode(`10.0.0.1 - - [21/Nov/2026:03:14:07 +0000] "GET /a HTTP/1.1" 502 1\n`));
      second.push(encode(`{"req":{"method":"GET","url":"/b"},"res":{"statusCode":404}}\n`));
    }
    expect([codesOf(first.end()), codesOf(second.end())]).toEqual([{ 502: 20 }, { 404: 20 }]);
  });

  it("counts no response of a line that is longer than it reads at once, unless its text tells of one", () => {
    const long = `${"x".repeat(LINE_MAX_BYTES * 2)} 404 ${"y".repeat(LINE_MAX_BYTES)}\n`;
    expect(read(encode(long))).toBeUndefined();
    expect(codesOf(read(encode(`${long}HTTP/1.1 502 Bad Gateway\n`)))).toEqual({ 502: 1 });
  });

  it("counts lines as people do, the last one without an end too", () => {
    expect(read(encode("HTTP/1.1 502 Bad Gateway\r\n\r\nbye"))?.lines).toBe(3);
  });

  it("groups a million different paths without keeping them", () => {
    const reader = createLogReader(catalog, knowledge);
    for (let index = 0; index < 20_000; index++) {
      const word = index.toString(36).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
      reader.push(encode(`10.0.0.1 - - [21/Nov/2026:03:14:07 +0000] "GET /${word}/${word} HTTP/1.1" 502 1\n`));
    }
    const report = reader.end();
    expect(report?.failures).toBe(20_000);
    expect(report?.statuses[0]?.places.length).toBeLessThanOrEqual(5);
  });
});
