/** Every piece of code that the catalog makes: each status in each framework that has any for it. */
import { makeSnippet, type Snippet } from "../../src/answer/make-snippet.js";
import { statusKey } from "../../src/catalog/status-key.js";
import type { Framework, Status } from "../../src/catalog/types.js";
import { catalog } from "../catalog.js";

export type Written = Extract<Snippet, { kind: "sent" | "handled" }>;

export interface Made {
  /** "401 in flask" */
  readonly name: string;
  readonly status: Status;
  readonly framework: Framework;
  readonly snippet: Written;
}

export const made: readonly Made[] = catalog.frameworks.flatMap((framework) =>
  catalog.statuses.flatMap((status) => {
    const snippet = makeSnippet(catalog, status, framework);
    if (snippet.kind !== "sent" && snippet.kind !== "handled") return [];
    return [{ name: `${statusKey(status)} in ${framework.id}`, status, framework, snippet }];
  }),
);

/** Everything that a reader copies, as one text. */
export function wholeCode(snippet: Written): string {
  return snippet.kind === "sent" && snippet.once ? `${snippet.code}\n\n${snippet.once}` : snippet.code;
}

/** Those of one framework. */
export function madeFor(id: string): readonly Made[] {
  return made.filter(({ framework }) => framework.id === id);
}

const AsyncFunction: new (...parts: string[]) => (...values: unknown[]) => Promise<unknown> = Object.getPrototypeOf(
  async () => {},
).constructor;

/** Runs JavaScript as if it stood in a module, with `given` in place of its imports. Resolves with what it returns. */
export function runModule(code: string, given: Readonly<Record<string, unknown>>): Promise<unknown> {
  const body = code.replace(/^import .*;\n/gm, "");
  return new AsyncFunction(...Object.keys(given), body)(...Object.values(given));
}
