/** What the build says about a mistake in data/snippets/. */
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { readData } from "../../src/catalog/read-data.js";
import { validateData } from "../../src/catalog/validate.js";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));
const { files } = readData(DATA);

/** The problems when one file is another; its text is changed as JSON. */
function problemsWith(path: string, change: (json: string) => string): string[] {
  const changed = files.map((file) =>
    file.path === path ? { path, value: JSON.parse(change(JSON.stringify(file.value))) } : file,
  );
  return validateData(changed).problems.map((problem) => `${problem.path}: ${problem.field}: ${problem.reason}`);
}

describe("the check of the snippets", () => {
  it("finds nothing in what is there", () => {
    expect(problemsWith("snippets/flask.yaml", (json) => json)).toEqual([]);
  });

  test.each<[string, string, (json: string) => string, string]>([
    [
      "a placeholder that nobody fills",
      "snippets/flask.yaml",
      (json) => json.replace("{{handler}}", "{{handlr}}"),
      "snippets/flask.yaml: variants.json: there is no placeholder {{handlr}}",
    ],
    [
      "a section without a flag",
      "snippets/flask.yaml",
      (json) => json.replaceAll("{{#fields}}", "{{#field}}"),
      "snippets/flask.yaml: variants.json: there is no placeholder {{field}}",
    ],
    [
      "an override of a status that has no entry",
      "snippets/fetch.yaml",
      (json) => json.replace('"412":', '"498":'),
      "snippets/fetch.yaml: overrides: names 498, which has no entry",
    ],
    [
      "a framework in the wrong file",
      "snippets/rails.yaml",
      (json) => json.replace('"id":"rails"', '"id":"hanami"'),
      "snippets/rails.yaml: : its content belongs in snippets/hanami.yaml",
    ],
    [
      "a response without the header field that it must carry",
      "snippets/responses.yaml",
      (json) => json.replace(/"name":"WWW-Authenticate"/, '"name":"X-Authenticate"'),
      "snippets/responses.yaml: fields: 401 must carry WWW-Authenticate",
    ],
    [
      "a status that is there twice",
      "snippets/responses.yaml",
      (json) => json.replace('"status":"403"', '"status":"401"'),
      "snippets/responses.yaml: status: 401 is there already; to replace it, write snippets/responses/401.yaml",
    ],
  ])("finds %s", (_what, path, change, expected) => {
    expect(problemsWith(path, change)).toContain(expected);
  });

  test.each<[string, string, (json: string) => string]>([
    ["a variant too few", "snippets/go.yaml", (json) => json.replace('"redirect":', '"redirects":')],
    ["a template with neither code nor note", "snippets/go.yaml", (json) => json.replace(/"404":\{.*?\}/, '"404":{}')],
    ["no code and no reason", "snippets/laravel.yaml", (json) => json.replace(/"101":\{.*?\}/, '"101":{"code":null}')],
    [
      "a status that is neither sent nor explained",
      "snippets/responses.yaml",
      (json) => json.replace('"why":', '"when":'),
    ],
  ])("refuses %s", (_what, path, change) => {
    expect(problemsWith(path, change).some((problem) => problem.startsWith(path))).toBe(true);
  });
});
