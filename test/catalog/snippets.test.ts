/** What holds for every snippet: its size, that it is code of its language, and that nothing a status must carry is missing. */
import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it, test } from "vitest";
import { makeSnippet } from "../../src/answer/make-snippet.js";
import { SNIPPET_MAX_CHARS, SNIPPET_MAX_LINES } from "../../src/catalog/snippet-schema.js";
import { statusKey } from "../../src/catalog/status-key.js";
import { catalog } from "../catalog.js";
import { createParseCode, type ParseCode } from "./parse-code.js";
import { made, madeFor, wholeCode } from "./snippets.js";

/** Wider lines break in a chat, and broken code cannot be read. */
const LINE_MAX_CHARS = 88;
const GOLDEN_CODES = [201, 204, 206, 301, 304, 401, 404, 405, 429, 503];
const registered = catalog.statuses.filter(({ owner }) => owner === "iana");
const servers = catalog.frameworks.filter(({ side }) => side === "server");
const clients = catalog.frameworks.filter(({ side }) => side === "client");

describe("the frameworks", () => {
  it("are ten servers and four clients, each with its documentation", () => {
    expect(servers.map(({ id }) => id)).toEqual([
      "aspnet",
      "django",
      "express",
      "fastapi",
      "fastify",
      "flask",
      "go",
      "laravel",
      "rails",
      "spring",
    ]);
    expect(clients.map(({ id }) => id)).toEqual(["axios", "curl", "fetch", "requests"]);
    const hosts = new Set(catalog.frameworks.map(({ source }) => new URL(source.url).hostname));
    expect(hosts.size).toBe(catalog.frameworks.length);
  });

  test.each(catalog.frameworks)("$id has an answer for every registered status", (framework) => {
    for (const status of registered) {
      const snippet = makeSnippet(catalog, status, framework);
      expect(["sent", "handled", "note"], String(status.code)).toContain(snippet.kind);
      if (snippet.kind === "note") expect(snippet.note).not.toBe("");
    }
  });

  it("have no code for statuses that only their owner sends, or that nobody receives", () => {
    const kinds = (key: string, id: string) => {
      const [status, framework] = [catalog.status(key), catalog.framework(id)];
      return status && framework ? makeSnippet(catalog, status, framework).kind : undefined;
    };
    expect(kinds("cloudflare-522", "express")).toBe("foreign");
    expect(kinds("cloudflare-522", "fetch")).toBe("handled");
    expect(kinds("nginx-499", "fetch")).toBe("unseen");
    expect(kinds("curl-0", "curl")).toBe("unseen");
    expect(kinds("laravel-419", "laravel")).toBe("note");
  });
});

describe("every snippet", () => {
  it("is there in thousands", () => {
    expect(made.length).toBeGreaterThan(700);
  });

  it("fits a chat", () => {
    for (const { name, snippet } of made) {
      const code = wholeCode(snippet);
      const lines = code.split("\n");
      expect(code.length, name).toBeLessThanOrEqual(SNIPPET_MAX_CHARS);
      expect(lines.length, name).toBeLessThanOrEqual(SNIPPET_MAX_LINES);
      expect(Math.max(...lines.map((line) => line.length)), name).toBeLessThanOrEqual(LINE_MAX_CHARS);
      expect(code, name).not.toMatch(/\t|\s$|[ \t]\n|\n\n\n/);
    }
  });

  it("has no mark of the template left in it", () => {
    for (const { name, snippet } of made) expect(wholeCode(snippet), name).not.toMatch(/\{\{[#^/\w]/);
  });

  it("names the status it is about", () => {
    for (const { name, status, framework, snippet } of made) {
      const constant = framework.side === "server" ? framework.names[status.code] : undefined;
      const isNamed = [String(status.code), constant].some((word) => word && snippet.code.includes(word));
      expect(isNamed, `${name}\n${snippet.code}`).toBe(true);
    }
  });
});

describe("required header fields", () => {
  const required = (code: number) =>
    (catalog.status(String(code))?.facts.fields ?? []).filter(({ level }) => level === "required");

  it("are those that the table of responses holds, or leaves out because their condition is not met", () => {
    for (const { status, ...response } of catalog.responses) {
      if ("why" in response) continue;
      const carried = [...response.fields.map(({ name }) => name), ...response.leftOut];
      for (const { name } of required(Number(status))) expect(carried, `${status} ${name}`).toContain(name);
      for (const name of response.leftOut) {
        const why = required(Number(status)).find((field) => field.name === name)?.why;
        expect(why, `${status} ${name}`).toMatch(/^(?:If|With several)\b/);
      }
    }
  });

  it("are in the code of every status in every framework", () => {
    for (const { name, status, framework, snippet } of made) {
      if (framework.side === "client") continue;
      const always = required(status.code).filter(({ why }) => !/^(?:If|With several)\b/.test(why));
      for (const field of always) expect(letters(wholeCode(snippet)), name).toContain(letters(field.name));
    }
  });

  it("stand in the code with the value of the table, unless the framework sends them by itself", () => {
    for (const { name, status, framework, snippet } of made) {
      if (framework.side === "client" || framework.overrides[statusKey(status)]?.code) continue;
      const response = catalog.response(statusKey(status));
      if (!response || "why" in response) throw new Error(name);
      for (const { value } of response.fields) expect(unescaped(snippet.code), name).toContain(value);
    }
  });
});

/** "WWW-Authenticate" and "WwwAuthenticate" alike. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}

function unescaped(code: string): string {
  return code.replaceAll("\\", "");
}

describe("the grammars", () => {
  let parse: ParseCode;
  beforeAll(async () => {
    parse = await createParseCode();
  });

  test.each(catalog.frameworks)("read all of $id", ({ id }) => {
    for (const { name, framework, snippet } of madeFor(id)) {
      expect(parse(framework.language, wholeCode(snippet)), name).toEqual([]);
    }
  });

  test.each([
    ["python", "def f(:\n    return {"],
    ["javascript", "app.get('/', (req, res) => { res.end( });"],
    ["java", '@GetMapping("/")\nint f() { return 1 }'],
    ["csharp", 'app.MapGet("/", () => Results.Ok();'],
    ["go", "mux.HandleFunc(func(w http.ResponseWriter) {"],
    ["ruby", "def show\n  head :ok,\n"],
    ["php", "return ['a' => 1;"],
    ["bash", "if true; then echo 'x"],
  ] as const)("find what is wrong in %s", (language, code) => {
    expect(parse(language, code)).not.toEqual([]);
  });

  it("agree with Python's own compiler, where there is one", () => {
    const python = made.filter(({ framework }) => framework.language === "python");
    const broken = compilePython(python.map(({ name, snippet }) => [name, wholeCode(snippet)] as const));
    const byGrammar = python.filter(({ snippet }) => parse("python", wholeCode(snippet)).length > 0);
    expect(broken ?? byGrammar).toEqual([]);
    expect(byGrammar).toEqual([]);
  });
});

const COMPILE = `
import json, sys
for name, code in json.load(sys.stdin):
    try:
        compile(code, name, "exec")
    except SyntaxError as error:
        print(name, error)
`;

/** Names and errors of what does not compile; undefined where no Python is installed. */
function compilePython(sources: readonly (readonly [string, string])[]): readonly string[] | undefined {
  const { error, status, stdout, stderr } = spawnSync("python3", ["-c", COMPILE], { input: JSON.stringify(sources) });
  if (error) return undefined;
  expect(status, String(stderr)).toBe(0);
  return String(stdout).split("\n").filter(Boolean);
}

describe("the golden files", () => {
  test.each(catalog.frameworks)("show what $id gets", async ({ id }) => {
    const shown = madeFor(id).filter(({ status }) => status.owner === "iana" && GOLDEN_CODES.includes(status.code));
    const text = shown.map(({ name, snippet }) => `=== ${name}\n${wholeCode(snippet)}\n`).join("\n");
    await expect(text).toMatchFileSnapshot(`../fixtures/snippets/${id}.txt`);
  });
});
