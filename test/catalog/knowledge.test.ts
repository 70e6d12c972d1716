/** What holds for comparisons, situations, guides, methods, the way to a code, and subcodes. */
import { describe, expect, it, test } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import { statusKey } from "../../src/catalog/status-key.js";
import { nameKey } from "../../src/question/normalize.js";
import { catalog } from "../catalog.js";

const understand = createUnderstand(catalog);
const COMMON = [
  200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500,
  501, 502, 503, 504,
];

describe("comparisons", () => {
  test.each(catalog.comparisons.map((entry) => [entry.of.join(" vs "), entry] as const))(
    "%s differs on every axis",
    (_name, entry) => {
      for (const { label, values } of entry.axes) expect(new Set(values).size, label).toBeGreaterThan(1);
    },
  );

  test.each(catalog.comparisons.map((entry) => [entry.of.join(" vs "), entry] as const))(
    "%s shows responses of its own statuses",
    (_name, entry) => {
      for (const { status, response } of entry.examples) {
        const code = String(catalog.status(status)?.code);
        expect(response.includes(code) || status.includes("-"), `${status}: ${response}`).toBe(true);
        if (status === "401") expect(response).toContain("WWW-Authenticate:");
        if (status === "407") expect(response).toContain("Proxy-Authenticate:");
        if (status === "405") expect(response).toContain("Allow:");
        if (status === "426") expect(response).toContain("Upgrade:");
      }
    },
  );

  it("lead only to comparisons that are written", () => {
    for (const entry of catalog.comparisons) {
      for (const keys of entry.next) {
        const statuses = keys.flatMap((key) => catalog.status(key) ?? []);
        expect(catalog.comparisonOf(statuses), keys.join(" vs ")).toBeDefined();
      }
    }
  });
});

describe("situations", () => {
  it("are at least 80", () => expect(catalog.situations.length).toBeGreaterThanOrEqual(80));

  test.each(catalog.situations.map((entry) => [entry.id, entry] as const))(
    "%s is found by each of its own phrases",
    (_id, situation) => {
      for (const phrase of [situation.title, ...situation.askedAs]) {
        const { finding } = understand(phrase);
        const codes = new Set(situation.send);
        const found =
          finding.kind === "recommendation"
            ? finding.situation.send
            : finding.kind === "status"
              ? [statusKey(finding.status)]
              : finding.kind === "comparison"
                ? finding.statuses.map(statusKey)
                : [finding.kind];
        const isOwnersName = finding.kind === "status" && finding.status.owner !== "iana";
        expect(
          isOwnersName || found.some((key) => codes.has(key)),
          `"${phrase}" found ${finding.kind} ${found.join(" ")}`,
        ).toBe(true);
      }
    },
  );

  it("share no phrase with each other", () => {
    const seen = new Map<string, string>();
    for (const { id, askedAs } of catalog.situations) {
      for (const phrase of askedAs) {
        expect(seen.get(nameKey(phrase)) ?? id, phrase).toBe(id);
        seen.set(nameKey(phrase), id);
      }
    }
  });

  test.each(catalog.situations.filter(({ example }) => example).map((entry) => [entry.id, entry] as const))(
    "%s has an example that is HTTP",
    (_id, { example = "" }) => {
      expect(example).toMatch(/^(?:HTTP\/(?:1\.1|2|3) \d{3}|[A-Z]+ \S+ HTTP\/1\.1)/m);
      if (/HTTP\/1\.1 401/.test(example)) expect(example).toContain("WWW-Authenticate:");
      if (/HTTP\/1\.1 405/.test(example)) expect(example).toContain("Allow:");
      const body = example.split("\n\n").at(-1) ?? "";
      if (/content-type: application\/(?:problem\+)?json/i.test(example) && /^[[{]/.test(body))
        expect(() => JSON.parse(body)).not.toThrow();
    },
  );
});

describe("guides", () => {
  test.each(catalog.guides.map(({ title }) => title))("%s is found by its own title", (title) => {
    expect(understand(title).finding).toMatchObject({ kind: "guide", guide: { title } });
  });
});

describe("the way to a code", () => {
  const depth = new Map<string, number>();
  const reached = new Map<string, number>();
  const visit = (id: string, at: number) => {
    if ((depth.get(id) ?? Number.POSITIVE_INFINITY) <= at) return;
    depth.set(id, at);
    for (const { step, status } of catalog.step(id)?.answers ?? []) {
      if (step) visit(step, at + 1);
      if (status) reached.set(status, Math.min(at, reached.get(status) ?? at));
    }
  };
  visit("start", 1);

  it("leads to every step", () => {
    expect([...depth.keys()].sort()).toEqual(catalog.steps.map(({ id }) => id).sort());
  });

  test.each(COMMON)("leads to %d within five answers", (code) => {
    expect(reached.get(String(code)) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(5);
  });
});

describe("methods and subcodes", () => {
  it("know which methods RFC 9110 calls safe and idempotent", () => {
    const names = (property: "safe" | "idempotent") =>
      ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"].filter(
        (name) => catalog.method(name)?.[property],
      );
    expect(names("safe")).toEqual(["GET", "HEAD", "OPTIONS", "TRACE"]);
    expect(names("idempotent")).toEqual(["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"]);
  });

  it("tie every IIS sub-status to its three digits", () => {
    for (const { owner, code, with: statuses } of catalog.subcodes) {
      if (owner === "iis") expect(statuses).toEqual([Number(code.slice(0, 3))]);
    }
  });
});
