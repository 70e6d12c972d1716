import { describe, expect, test } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import { catalog } from "../catalog.js";

const understand = createUnderstand(catalog);

describe("a question that quotes a log", () => {
  test.each([
    ["what does HTTP/1.1 404 mean?", "status"],
    ["difference between HTTP/1.1 301 and HTTP/1.1 302", "comparison"],
    ["is status code 404 or status code 410 better?", "comparison"],
    ["what's the difference between status=401 and status=403", "comparison"],
    ["POST /login 401 vs 403", "comparison"],
    ["Request failed with status code 401 vs Request failed with status code 403", "comparison"],
    ['how do i fix "Request failed with status code 500" in axios', "status"],
  ])("%s", (text, kind) => {
    expect(understand(text).finding.kind).toBe(kind);
  });
});

describe("a pasted line", () => {
  test.each([
    "AxiosError: Request failed with status code 429",
    "curl: (22) The requested URL returned error: 503",
    '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "GET /or?why HTTP/1.1" 502 157',
    "why does this happen?\nHTTP/1.1 502 Bad Gateway\nServer: nginx",
  ])("%s", (text) => {
    expect(understand(text).finding.kind).toBe("log");
  });
});
