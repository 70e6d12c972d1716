/** Generated logs for the benchmarks: the same bytes at every run. */

/** A text of about `size` bytes, a piece after the other. */
export function generate(piece: (index: number) => string, size: number): Buffer {
  const parts: string[] = [];
  for (let index = 0, length = 0; length < size; index++) {
    const next = piece(index);
    parts.push(next);
    length += next.length;
  }
  return Buffer.from(parts.join("")).subarray(0, size);
}

const two = (value: number) => String(value).padStart(2, "0");
const clock = (index: number) =>
  `${two(Math.floor(index / 3_600) % 24)}:${two(Math.floor(index / 60) % 60)}:${two(index % 60)}`;
const AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";

/** Every twentieth request fails, and nginx says why. */
function nginx(index: number): string {
  const path = `/api/users/${index * 7}/orders?page=${index % 90}`;
  const failed = index % 20 === 0;
  const why = `2026/11/21 ${clock(index)} [error] 31#31: *${index} connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.${index % 250}, server: api.example.com, request: "GET ${path} HTTP/1.1", upstream: "http://10.0.3.12:8080${path}", host: "api.example.com"\n`;
  const access = `203.0.113.${index % 250} - - [21/Nov/2026:${clock(index)} +0000] "GET ${path} HTTP/1.1" ${failed ? 502 : 200} ${index % 9_000} "https://example.com/" "${AGENT}"\n`;
  return failed ? why + access : access;
}

function jsonLines(index: number): string {
  const request = {
    method: "GET",
    url: `/v1/items/${index}`,
    remoteAddress: "10.0.0.1",
    remotePort: 40_000 + (index % 9_000),
  };
  const line = {
    level: 30,
    time: 1_795_230_847_000 + index,
    pid: 31,
    hostname: "web-1",
    reqId: `req-${index}`,
    req: request,
    res: { statusCode: index % 30 === 0 ? 503 : 200 },
    responseTime: (index % 900) / 10,
    msg: "request completed",
  };
  return `${JSON.stringify(line)}\n`;
}

function stackTraces(index: number): string {
  return [
    `2026-11-21 ${clock(index)},${100 + (index % 900)} ERROR [worker-${index % 9}] com.example.Orders - failed to process order ${index}`,
    `java.lang.IllegalStateException: no stock for item ${index % 700}`,
    `\tat com.example.Orders.reserve(Orders.java:${index % 900})`,
    `\tat com.example.Orders.process(Orders.java:${100 + (index % 300)})`,
    `\tat com.example.Worker.run(Worker.java:404)`,
    `\tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)`,
    `\tat java.base/java.lang.Thread.run(Thread.java:833)\n`,
  ].join("\n");
}

const SENTENCES = [
  "The committee met in the old town hall and talked until the lamps were lit.",
  "Nobody could say when the road had been closed, or why it was still on the map.",
  "There were 200 people at the door and room for perhaps half of them inside.",
  "She wrote the letter twice, tore it up, and went out to look at the harbour.",
  "In 1987 the mill burned down; the year after, the river took the bridge.",
  "He kept a list of every bird he had seen, 404 of them, in a green notebook.",
  "It rained, as it does in November, and the meeting was put off until spring.",
  "What remained was sold, most of it for less than it had cost to carry it there.",
];

function prose(index: number): string {
  return `${SENTENCES[(index * 5) % SENTENCES.length]} ${SENTENCES[(index * 3 + 1) % SENTENCES.length]}\n`;
}

export const LOGS: Readonly<Record<string, (index: number) => string>> = {
  nginx,
  "JSON lines": jsonLines,
  "stack traces": stackTraces,
  prose,
};

const MEGABYTE = 1024 * 1024;

/** What somebody might send to make a reader slow. */
export const ADVERSARIAL: Readonly<Record<string, () => Buffer>> = {
  "one line of 10 MB": () => Buffer.alloc(10 * MEGABYTE, "a"),
  "one line of digits": () => Buffer.alloc(10 * MEGABYTE, "404 "),
  "a million quotes": () => Buffer.alloc(MEGABYTE, '"'),
  "nested JSON": () => Buffer.alloc(4 * MEGABYTE, '{"a":[{"status":'),
  "HTTP/ a million times": () => Buffer.alloc(5 * MEGABYTE, "HTTP/"),
  "HTTP/1.1 404 on one line": () => Buffer.alloc(8 * MEGABYTE, "HTTP/1.1 404 "),
  "escapes of colors": () => Buffer.alloc(4 * MEGABYTE, "\u001b[31m"),
  "brackets and numbers": () => Buffer.alloc(4 * MEGABYTE, "[404] (502) "),
  "name=value without end": () => Buffer.alloc(4 * MEGABYTE, "status=404 code="),
  "words in front of words": () => Buffer.alloc(4 * MEGABYTE, "error status code returned http response "),
};

/** Lines so short that their number counts, not their bytes. */
export const SHORT_LINES: Readonly<Record<string, string>> = {
  "empty lines": "\n",
  "open braces": "{\n",
  "status lines": "HTTP/1.1 502\n",
  "errors that name a status": "2026-11-21 03:14:07 ERROR [billing] payment api returned 503\n",
  exceptions: "requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://api.example.com/x\n",
};
