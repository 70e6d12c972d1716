import { expect, test } from "vitest";
import { createLogScan } from "../../src/log/scan-log.js";
import { catalog } from "../catalog.js";

const scan = createLogScan(catalog);
const hopsIn = (...lines: string[]) => scan(lines.join("\n"))?.hops;

test("a chain is told with where it leads and its end", () => {
  const hops = hopsIn(
    "HTTP/1.1 301 Moved Permanently",
    "Location: https://example.com/a/8841?token=x",
    "",
    "HTTP/2 200",
  );
  expect(hops).toEqual([
    { code: 301, to: "/a/:id", leavesHost: false, scheme: "https", returns: false },
    { code: 200, to: "", leavesHost: false, returns: false },
  ]);
});

test("another host and the same address again are noticed", () => {
  const hops = hopsIn(
    "HTTP/2 302",
    "location: https://a.example/x",
    "",
    "HTTP/2 302",
    "location: https://b.example/x",
    "",
    "HTTP/2 302",
    "location: https://a.example/x",
  );
  expect(hops?.map(({ leavesHost, returns }) => [leavesHost, returns])).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
});

test("the Location of a 201 is no redirect", () => {
  expect(hopsIn("HTTP/2 201", "location: /orders/7")).toEqual([]);
});
