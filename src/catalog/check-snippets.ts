/** That data/snippets/ agrees with itself and with the statuses: names, placeholders, required header fields. */
import { FLAGS, PLACEHOLDERS } from "./placeholders.js";
import type { Problem } from "./read-data.js";
import { statusKey } from "./status-key.js";
import type { Framework, Status } from "./types.js";
import type { LocatedCatalog } from "./validate.js";

/** All disagreements. `keys` are the statuses that may be named. */
export function checkSnippets(catalog: LocatedCatalog, keys: ReadonlySet<string>): Problem[] {
  const statuses = new Map(catalog.statuses.map(({ entry }) => [statusKey(entry), entry]));
  const frameworks = catalog.frameworks.flatMap(({ path, entry }) =>
    checkFramework(path, entry, keys).map(([field, reason]) => ({ path, field, reason })),
  );
  const responses = catalog.responses.flatMap(({ path, entry }) => {
    const isKnown = keys.has(entry.status);
    const status = statuses.get(entry.status);
    const missing = status && "fields" in entry ? missingFields(status, [...names(entry), ...entry.leftOut]) : [];
    return [
      ...(isKnown ? [] : [{ path, field: "status", reason: `names ${entry.status}, which has no entry` }]),
      ...missing.map((name) => ({ path, field: "fields", reason: `${entry.status} must carry ${name}` })),
    ];
  });
  return [...frameworks, ...responses, ...repeated(catalog)];
}

/** House rules replace the response of a status by a file of its own. */
function repeated({ responses }: LocatedCatalog): Problem[] {
  const seen = new Set<string>();
  return responses.flatMap(({ path, entry: { status } }) => {
    const isFirst = !seen.has(status);
    seen.add(status);
    const reason = `${status} is there already; to replace it, write snippets/responses/${status}.yaml`;
    return isFirst ? [] : [{ path, field: "status", reason }];
  });
}

/** Field and reason of each problem. */
function checkFramework(path: string, framework: Framework, keys: ReadonlySet<string>): [string, string][] {
  const problems: [string, string][] = [];
  const expected = `snippets/${framework.id}.yaml`;
  if (path !== expected) problems.push(["", `its content belongs in ${expected}`]);
  for (const key of Object.keys(framework.overrides)) {
    if (!keys.has(key)) problems.push(["overrides", `names ${key}, which has no entry`]);
  }
  for (const [field, code] of templates(framework)) {
    for (const name of unknownPlaceholders(code)) problems.push([field, `there is no placeholder {{${name}}}`]);
  }
  return problems;
}

interface Template {
  readonly code?: string | null;
  readonly note?: string;
}

/** Field and code of each template. */
function templates({ variants, overrides }: Framework): [string, string][] {
  const under = (field: string, entries: Readonly<Record<string, Template>>) =>
    Object.entries(entries).map(([name, { code }]): [string, string] => [`${field}.${name}`, code ?? ""]);
  return [...under("variants", variants), ...under("overrides", overrides)];
}

function unknownPlaceholders(code: string): string[] {
  const known: readonly string[] = PLACEHOLDERS;
  const flags: readonly string[] = FLAGS;
  const isKnown = (mark: string, name: string) =>
    mark === "" ? known.includes(name) || name === "fields" || /^[A-Z][\w-]+$/.test(name) : flags.includes(name);
  return [...code.matchAll(/\{\{([#^/]?)([^{}\n]*)\}\}/g)]
    .filter(([, mark = "", name = ""]) => !isKnown(mark, name))
    .map(([, , name = ""]) => name);
}

function names({ fields }: { readonly fields: readonly { readonly name: string }[] }): string[] {
  return fields.map((field) => field.name);
}

function missingFields(status: Status, carried: readonly string[]): string[] {
  const required = status.facts.fields.filter((field) => field.level === "required").map((field) => field.name);
  return required.filter((name) => !carried.includes(name));
}
