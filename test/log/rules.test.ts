import { describe, expect, test } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import { composeCard } from "../../src/card/compose-card.js";
import { plainText } from "../../src/card/plain-text.js";
import { readData } from "../../src/catalog/read-data.js";
import { validateData } from "../../src/catalog/validate.js";
import { createLogScan } from "../../src/log/scan-log.js";
import { catalog } from "../catalog.js";

const DATA = new URL("../../data", import.meta.url).pathname;
const { logs } = validateData(readData(DATA).files);
const scan = createLogScan(catalog);
const understand = createUnderstand(catalog);
const samples = logs.rules.flatMap(({ entry }) => entry.samples.map(({ text }) => [entry.id, text] as const));

test("there are many rules, each with a sample", () => {
  expect(logs.rules.length).toBeGreaterThanOrEqual(60);
});

test.each(logs.rules.map(({ entry }) => [entry.id, entry] as const))("%s reads well on its own", (_, { says }) => {
  for (const text of [says.broke, says.brokeBare, says.likelier]) expect(text ?? "").not.toMatch(/[.!]$/);
  for (const text of [says.whoActs, says.check, says.prevent, says.halfDone]) expect(text ?? ".").toMatch(/[.?]$/);
  expect(Object.values(says).join(" ")).not.toMatch(/!(?:\s|$)|\b(?:just (?!before)|simply|please)\b/i);
});

test("a rule hides only rules that there are", () => {
  const ids = new Set(logs.rules.map(({ entry }) => entry.id));
  expect(logs.rules.flatMap(({ entry }) => entry.hides).filter((id) => !ids.has(id))).toEqual([]);
});

test.each(samples)("the card of %s says what broke and leaves no placeholder", (_, text) => {
  const report = scan(text);
  expect(report?.causes.length).toBeGreaterThan(0);
  const card = report && composeCard(catalog, { kind: "log", report, statuses: [] });
  expect(card && plainText(card)).not.toMatch(/\{[a-z]+\}|undefined|NaN/);
});

test("the sub-status of IIS is the cause that the catalog has for it", () => {
  const log = "2026-11-21 03:14:07 10.0.0.5 GET /app/x code=404 443 - 203.0.113.9 Mozilla/5.0+(Windows) - 403 14 5 503";
  expect(scan(log)?.causes).toMatchObject([{ kind: "subcode", owner: "iis", code: "403.14" }]);
  expect(plainText(composeCard(catalog, understand(log).finding))).toContain("403.14");
});

test("Cloudflare's error code in a body is the cause, MySQL's in the same words is none", () => {
  expect(scan("HTTP/2 403\nserver: cloudflare\n\nerror code: 1020")?.causes[0]).toMatchObject({ code: "1020" });
  expect(scan("HTTP/1.1 500 Internal Server Error\n\nError Code: 1020")?.causes).toEqual([]);
});

test("a rule hides another where both are about the same request, and not where they are about two", () => {
  const line = (path: string, flags: string) =>
    `[2026-11-21T03:14:07.123Z] "GET ${path} HTTP/1.1" 503 ${flags} 0 91 404 - "-" "curl/8.5.0" "6f1c" "api" "10.0.3.12:8080"`;
  const causesOf = (...lines: readonly string[]) =>
    scan(lines.join("\n"))?.causes.map((cause) => cause.kind === "rule" && cause.rule);
  expect(causesOf(line("/a", "UF,URX"))).toEqual(["envoy-uf"]);
  expect(causesOf(line("/a", "UF,URX"), line("/b", "URX"))).toEqual(["envoy-uf", "envoy-urx"]);
});

test("different addresses of one cause are all named", () => {
  const refused = (address: string) =>
    `2026/11/21 03:14:07 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://${address}/x"`;
  const access = '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "GET /x HTTP/1.1" 502 157';
  const log = [refused("10.0.0.1:80"), refused("10.0.0.2:80"), refused("10.0.0.1:80"), access].join("\n");
  expect(scan(log)?.causes[0]?.captures).toEqual({ upstream: ["10.0.0.1:80", "10.0.0.2:80"] });
});

describe("what a capture may hold", () => {
  test.each(["a b", "ann@example.com", "x".repeat(80), "<script>", "10.0.0.1:999999"])("no address: %s", (value) => {
    const log = `connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://${value}/x"\nHTTP/1.1 502 Bad Gateway`;
    expect(scan(log)?.causes[0]?.captures).toEqual({});
  });
});
