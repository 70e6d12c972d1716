import { expect, test } from "vitest";
import { createLogScan } from "../../src/log/scan-log.js";
import { catalog } from "../catalog.js";

const scan = createLogScan(catalog);
const LETTERS = "Q3vN8kD1xW6pZ0rT5yB9cH2mJ7sF4gLa";
const secretsIn = (...lines: string[]) => scan(["HTTP/1.1 401 Unauthorized", ...lines].join("\n"))?.secrets;

test("a credential is told by its kind and line alone", () => {
  expect(secretsIn("", `token ghp_${LETTERS}Q3vN`)).toEqual([{ secret: "github-token", line: 3 }]);
});

test("one credential is told of once, by what says most", () => {
  expect(secretsIn(`Authorization: Bearer ghp_${LETTERS}Q3vN`)).toEqual([{ secret: "github-token", line: 2 }]);
  expect(secretsIn(`Proxy-Authorization: Basic ${LETTERS}`)).toEqual([{ secret: "proxy-auth", line: 2 }]);
});

test("two on one line are two", () => {
  const found = secretsIn(`ghp_${LETTERS}Q3vN AKIA${LETTERS.slice(0, 16).toUpperCase()}`);
  expect(found?.map(({ secret }) => secret)).toEqual(["github-token", "aws-access-key"]);
});

test("what somebody has taken out is none", () => {
  expect(secretsIn("Authorization: Bearer [REDACTED]", "password=********", "AKIAIOSFODNN7EXAMPLE")).toEqual([]);
});

test("a log full of credentials tells of some", () => {
  const lines = Array.from({ length: 100 }, () => `ghp_${LETTERS}Q3vN`);
  expect(secretsIn(...lines)?.length).toBeLessThanOrEqual(20);
});
