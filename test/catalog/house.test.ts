import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import { composeCard } from "../../src/card/compose-card.js";
import { plainText } from "../../src/card/plain-text.js";
import { createCatalog } from "../../src/catalog/catalog.js";
import { formatProblem } from "../../src/catalog/compile.js";
import { layHouse } from "../../src/catalog/lay-house.js";
import { catalog } from "../catalog.js";
import { run } from "../run.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "teapot-house-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shipped = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), "utf8");

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function ask(text: string): string {
  const { data, house, problems } = layHouse(catalog, folder);
  expect(problems).toEqual([]);
  const own = createCatalog(data, house);
  return plainText(composeCard(own, createUnderstand(own)(text).finding));
}

const HOUSE =
  'name: Acme\nrunbooks:\n  - { status: "503", label: Checkout, url: "https://wiki.example.com/checkout" }\n';

describe("house rules", () => {
  it("replace what ships, and say whose rule it is", () => {
    put("house.yaml", HOUSE);
    put(
      "situations/duplicate-email.yaml",
      shipped("situations/duplicate-email.yaml").replace('send: ["409"]', 'send: ["422"]'),
    );
    expect(ask("duplicate email")).toMatch(/^Duplicate email: 422 .* · Acme's own rule\n/);
    expect(ask("401")).not.toContain("Acme");
  });

  it("add codes that nobody else has", () => {
    put("house.yaml", HOUSE);
    put("owners/acme.yaml", "id: acme\nname: Acme\n");
    const teapot = shipped("statuses/iana/410.yaml")
      .replace("code: 410", "code: 475")
      .replace("owner: iana", "owner: acme")
      .replace("phrase: Gone", "phrase: Out of Tea");
    put("statuses/acme/475.yaml", teapot);
    expect(ask("475")).toMatch(/^475 Out of Tea · Acme, used as a client error \(4xx\) · Acme's own rule\n/);
  });

  it("show the runbook for a code, and for no other", () => {
    put("house.yaml", HOUSE);
    expect(ask("503")).toContain("Runbook: Checkout");
    expect(ask("502 vs 503")).toContain("Runbook: Checkout");
    expect(ask("500")).not.toContain("Runbook");
  });

  it("show the runbook for a path that fails in a log, alone or with a status", () => {
    put(
      "house.yaml",
      [
        "name: Acme",
        "runbooks:",
        '  - { path: "/v1/checkout/**", label: Checkout, url: "https://wiki.example.com/checkout" }',
        '  - { status: "503", path: "/v1/cart/*", label: Cart, url: "https://wiki.example.com/cart" }',
      ].join("\n"),
    );
    const line = (path: string, code: number) =>
      `203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "GET ${path} HTTP/1.1" ${code} 157`;
    expect(ask(line("/v1/checkout/pay", 500))).toContain("Runbook: Checkout");
    expect(ask([line("/v1/checkout", 200), line("/v1/other", 500)].join("\n"))).not.toContain("Runbook");
    expect(ask(line("/v1/cart/8841", 503))).toContain("Runbook: Cart");
    expect(ask(line("/v1/cart/8841", 500))).not.toContain("Runbook");
    expect(ask("503")).not.toContain("Runbook");
  });

  it("need a status or a path for a runbook", () => {
    put("house.yaml", 'name: Acme\nrunbooks: [{ label: Checkout, url: "https://wiki.example.com/checkout" }]\n');
    expect(layHouse(catalog, folder).problems).toMatchObject([{ reason: "names neither a status nor a path" }]);
  });

  it("put the team's own framework first", () => {
    put("house.yaml", `${HOUSE}framework: fastapi\n`);
    expect(ask("401")).toContain("[In FastAPI]");
    expect(ask("401 in code")).toMatch(/Send it from:\n\[FastAPI\]\n\[ASP/);
    expect(ask("429")).toContain("[Retry in code]");
  });

  it("change what the code sends for one status", () => {
    put(
      "snippets/responses/401.yaml",
      `- status: "401"
  to: GET /v1/teas
  when: No key
  problem: { type: no-key, title: Send your key }
  fields: [{ name: WWW-Authenticate, value: Key }]
`,
    );
    expect(ask("401 in flask")).toContain('"WWW-Authenticate": "Key",');
    expect(ask("404 in flask")).toContain("No such order");
  });

  it("change nothing when the folder is empty", () => {
    expect(ask("409")).toBe(plainText(composeCard(catalog, createUnderstand(catalog)("409").finding)));
  });

  test.each<[string, string, string, RegExp]>([
    [
      "a framework that is none",
      "house.yaml",
      `${HOUSE}framework: cobol\n`,
      /house\.yaml: framework: names cobol, and there is no snippets\/cobol\.yaml/,
    ],
    ["an unknown field", "house.yaml", "name: Acme\nrunbook: []\n", /house\.yaml: .*runbook/],
    [
      "a runbook for no code",
      "house.yaml",
      HOUSE.replace("503", "599"),
      /house\.yaml: runbooks: names 599, which has no entry/,
    ],
    [
      "a status without an entry",
      "situations/duplicate-email.yaml",
      shipped("situations/duplicate-email.yaml").replace('send: ["409"]', 'send: ["999"]'),
      /duplicate-email\.yaml: send: names 999/,
    ],
    [
      "a situation without a summary",
      "situations/duplicate-email.yaml",
      shipped("situations/duplicate-email.yaml").replace(/^summary:.*$/m, ""),
      /duplicate-email\.yaml: summary: /,
    ],
  ])("report %s with file, field and reason", (_what, path, text, expected) => {
    put(path, text);
    expect(
      layHouse(catalog, folder)
        .problems.map((problem) => formatProblem("house", problem))
        .join("\n"),
    ).toMatch(expected);
  });

  it("stop the program at a mistake, and say where a missing folder was looked for", async () => {
    put("house.yaml", "name: 7\n");
    const broken = await run("src/cli.js", ["401"], { env: { TEAPOT_HOUSE: folder } });
    expect(broken).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/house\.yaml: name: /) });
    const missing = await run("src/main.js", [], {
      cwd: folder,
      input: "401\n",
      env: { TEAPOT_HOUSE: join(folder, "nowhere") },
    });
    expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/TEAPOT_HOUSE cannot be read: .*nowhere/) });
  });
});
