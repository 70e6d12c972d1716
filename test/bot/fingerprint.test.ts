import { expect, test } from "vitest";
import type { Finding } from "../../src/answer/finding.js";
import { fingerprint } from "../../src/bot/fingerprint.js";
import type { LogCause, LogReport, LogStatus } from "../../src/log/log-report.js";

const AT = { line: 1 };
const status = (code: number, more: Partial<LogStatus> = {}): LogStatus => {
  return { code, count: 4, first: AT, last: AT, places: [{ method: "GET", path: "/cart/:id", count: 4 }], ...more };
};
const cause = (rule: string, captures = {}): LogCause => ({
  kind: "rule",
  rule,
  count: 1,
  accountsFor: 1,
  first: AT,
  last: AT,
  captures,
});

function logOf(statuses: readonly LogStatus[], causes: readonly LogCause[] = []): Finding {
  return { kind: "log", report: { statuses, causes } as unknown as LogReport, statuses: [] };
}

const REFUSED = cause("nginx-refused", { upstream: ["10.0.3.12:8080"] });
const TROUBLE = logOf([status(502), status(499), status(200)], [REFUSED]);

test.each<[string, Finding]>([
  ["more often", logOf([status(502, { count: 900 }), status(499), status(200)], [REFUSED])],
  [
    "with other figures",
    logOf([status(502), status(499)], [{ ...REFUSED, captures: { ...REFUSED.captures, size: ["23"] } }]),
  ],
  ["with other successes", logOf([status(502), status(499), status(304)], [REFUSED])],
])("is the same for the same trouble %s", (_, finding) => expect(fingerprint(finding)).toBe(fingerprint(TROUBLE)));

test.each<[string, Finding]>([
  ["another code", logOf([status(504), status(499)], [REFUSED])],
  ["another sender of the code", logOf([status(502), status(499, { key: "nginx-499" })], [REFUSED])],
  ["another cause", logOf([status(502), status(499)], [cause("nginx-timed-out")])],
  [
    "another server behind",
    logOf([status(502), status(499)], [cause("nginx-refused", { upstream: ["10.0.3.13:80"] })]),
  ],
  [
    "another place",
    logOf([status(502, { places: [{ method: "POST", path: "/cart", count: 4 }] }), status(499)], [REFUSED]),
  ],
])("is another for %s", (_, finding) => expect(fingerprint(finding)).not.toBe(fingerprint(TROUBLE)));
