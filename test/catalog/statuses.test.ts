/** What holds for every status entry, and what the registry says about the registered ones. */
import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Status } from "../../src/catalog/types.js";
import { catalog } from "../catalog.js";

interface Registered {
  readonly code: number;
  readonly phrase: string;
  readonly section: string;
  readonly class: string;
  readonly heuristicallyCacheable: boolean;
  readonly contentForbidden: boolean;
  readonly standing: string;
  readonly former: readonly string[];
  readonly mustSend: readonly string[];
  readonly neverStored: boolean;
}

/** Facts of the IANA registry of 2025-09-15 and the RFCs it names, gathered independently of data/. */
const registry: readonly Registered[] = JSON.parse(
  readFileSync(new URL("../fixtures/iana-registry.json", import.meta.url), "utf8"),
);
const registered = catalog.statuses.filter((status) => status.owner === "iana");

function entry(code: number): Status {
  const found = registered.find((status) => status.code === code);
  if (!found) throw new Error(`no entry for ${code}`);
  return found;
}

describe("the registered statuses", () => {
  it("are the 64 of the IANA registry", () => {
    expect(registered.map((status) => status.code)).toEqual(registry.map(({ code }) => code));
    expect(registry).toHaveLength(64);
  });

  test.each(registry)("$code agrees with the registry on name, class and standing", (fact) => {
    const status = entry(fact.code);
    expect({ phrase: status.phrase, class: status.statusClass, standing: status.standing }).toEqual({
      phrase: fact.phrase,
      class: fact.class,
      standing: fact.standing,
    });
    expect(status.formerPhrases.map(({ phrase }) => phrase)).toEqual(expect.arrayContaining([...fact.former]));
  });

  test.each(registry)("$code names its specification first", ({ code, section }) => {
    expect(entry(code).sources[0]?.label).toContain(section.startsWith("draft") ? "Draft" : section);
  });

  test.each(registry)("$code agrees with its specification on caching and content", (fact) => {
    const { facts } = entry(fact.code);
    expect(facts.heuristicallyCacheable).toBe(fact.heuristicallyCacheable);
    expect(facts.content).toBe(fact.contentForbidden ? "forbidden" : "allowed");
    if (fact.neverStored) expect(facts.caching).toMatch(/must not|never/i);
  });

  test.each(registry.filter(({ mustSend }) => mustSend.length > 0))("$code lists the fields it must carry", (fact) => {
    const required = entry(fact.code).facts.fields.filter((field) => field.level === "required");
    expect(required.map((field) => field.name)).toEqual(expect.arrayContaining([...fact.mustSend]));
  });

  it("say required of no field that the specification leaves optional", () => {
    const optional: Record<number, string> = {
      201: "Location",
      301: "Location",
      302: "Location",
      307: "Location",
      308: "Location",
      429: "Retry-After",
      503: "Retry-After",
      413: "Retry-After",
    };
    for (const [code, name] of Object.entries(optional)) {
      const levels = entry(Number(code))
        .facts.fields.filter((field) => field.name === name)
        .map((field) => field.level);
      expect(levels, code).not.toContain("required");
    }
  });
});

describe("every status", () => {
  const OBSOLETE_RFCS = /RFC (?:1945|2068|2616|723[0-5]|7538|7540|5218)\b/;
  const HOSTS = readFileSync(new URL("../fixtures/source-hosts.txt", import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean);

  test.each(catalog.statuses.map((status) => [`${status.owner} ${status.code}`, status] as const))(
    "%s links to known hosts and to no obsolete RFC first",
    (_name, status) => {
      expect(status.sources[0]?.label).not.toMatch(OBSOLETE_RFCS);
      for (const { url } of status.sources) expect(HOSTS).toContain(new URL(url).hostname);
    },
  );

  test.each(
    catalog.statuses
      .filter(({ example }) => example)
      .map((status) => [`${status.owner} ${status.code}`, status] as const),
  )("%s has an example that is HTTP and carries the required fields", (_name, status) => {
    const { request = "", response = "" } = status.example ?? {};
    expect(request).toMatch(/^[A-Z]+ \S+ HTTP\/(?:1\.1|2\.0|2|3)\n(?:[\w-]+: .*\n?)+/);
    expect(response).toMatch(/^HTTP\/(?:1\.1|2|3) \d{3}(?: .*)?(?:\n|$)/);
    for (const { name } of status.facts.fields.filter(
      (field) => field.level === "required" && /^[\w-]+$/.test(field.name),
    )) {
      if (status.owner === "iana" && MANDATORY.has(status.code))
        expect(response.toLowerCase()).toContain(`${name.toLowerCase()}:`);
    }
    for (const json of jsonBodies(response)) expect(() => JSON.parse(json)).not.toThrow();
  });

  it("sends no content where none is allowed", () => {
    for (const status of catalog.statuses.filter(({ facts, code }) => facts.content === "forbidden" && code >= 200)) {
      expect(status.example?.response ?? "", String(status.code)).not.toContain("\n\n");
    }
  });

  it("is spelled the American way, without markup other than code and without shouting", () => {
    const texts = catalog.statuses.flatMap((status) => [
      status.summary,
      status.oneLine,
      status.meaning,
      status.use,
      status.gotIt,
      status.sendingIt,
      status.watchOut ?? "",
      ...status.asCaller,
      ...status.asOwner,
    ]);
    for (const text of texts) {
      expect(text).not.toMatch(/\b(?:recognise|behaviour|colour|authoris|favour|centre|cancelled by|honour)/i);
      expect(text).not.toMatch(/\*\*|\]\(|!(?:\s|$)|\bjust (?!then|before|after)|\bsimply\b/);
      expect((text.match(/`/g) ?? []).length % 2, text).toBe(0);
    }
  });
});

/** Statuses whose required fields stand in every response, not only where a condition holds. */
const MANDATORY = new Set([101, 401, 405, 407, 426, 226]);

function jsonBodies(response: string): string[] {
  if (!/content-type: application\/(?:problem\+)?json/i.test(response)) return [];
  const body = response.split("\n\n").at(-1) ?? "";
  return body.trimStart().startsWith("{") || body.trimStart().startsWith("[") ? [body] : [];
}
