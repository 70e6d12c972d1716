/** Code that sends a status from a server framework, or handles it in a client: the framework's template, filled in. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Framework, SnippetResponse, Status } from "../catalog/types.js";
import { type Filling, fillTemplate } from "./fill-template.js";
import { clientFilling, serverFilling } from "./snippet-filling.js";
import { type ClientVariant, clientVariant, type ServerVariant, serverVariant } from "./snippet-variant.js";

export type Snippet =
  | {
      readonly kind: "code";
      readonly framework: FrameworkName;
      readonly variant: ServerVariant | ClientVariant;
      readonly code: string;
      /** What a program says once, for all errors. */
      readonly once?: string;
      /** One line to read first. */
      readonly note?: string;
    }
  /** There is no code to write; `note` says why, and what to do. */
  | { readonly kind: "note"; readonly framework: FrameworkName; readonly note: string }
  /** Only its owner sends it: no answer for one's own server. */
  | { readonly kind: "foreign"; readonly framework: FrameworkName }
  /** No caller ever receives it. */
  | { readonly kind: "unseen"; readonly framework: FrameworkName };

export type FrameworkName = Pick<Framework, "id" | "name" | "language" | "side" | "source">;
type Server = Extract<Framework, { side: "server" }>;
type Client = Extract<Framework, { side: "client" }>;

interface Template {
  readonly code?: string | null;
  readonly note?: string;
}

/** Pure. Every status has a snippet, or the reason why there is none, in every framework. */
export function makeSnippet(catalog: Catalog, status: Status, framework: Framework): Snippet {
  const about = frameworkName(framework);
  const response = catalog.response(statusKey(status));
  if (response && "why" in response) return { kind: "note", framework: about, note: response.why };
  const own = framework.overrides[statusKey(status)];
  if (own?.code === null) return { kind: "note", framework: about, note: own.note };
  switch (framework.side) {
    case "server":
      return response ? send(status, framework, response, own) : { kind: "foreign", framework: about };
    case "client":
      return isSeen(status) ? handle(status, framework, response, own) : { kind: "unseen", framework: about };
  }
}

/** Clients never see codes of logs, and below 100 there was no answer to see. */
function isSeen({ code, facts }: Status): boolean {
  return facts.reachesCaller && code >= 100;
}

function send(status: Status, framework: Server, response: SnippetResponse, own: Template | undefined): Snippet {
  const variant = serverVariant(status, response);
  const template = layOver(framework.variants[variant], own);
  const snippet = fill(framework, variant, template, serverFilling(framework, status, response));
  return snippet.kind === "code" && variant === "problem" && framework.once
    ? { ...snippet, once: framework.once }
    : snippet;
}

function handle(
  status: Status,
  framework: Client,
  response: SnippetResponse | undefined,
  own: Template | undefined,
): Snippet {
  const variant = clientVariant(status);
  return fill(framework, variant, layOver(framework.variants[variant], own), clientFilling(status, response));
}

/** What the framework says about this very status, over what it says about all of the kind. */
function layOver(variant: Template, own: Template | undefined): Template {
  return own ? { code: variant.code ?? null, ...own } : variant;
}

function fill(
  framework: Framework,
  variant: ServerVariant | ClientVariant,
  { code, note }: Template,
  filling: Filling,
): Snippet {
  const about = frameworkName(framework);
  if (!code) return { kind: "note", framework: about, note: note ?? "" };
  return { kind: "code", framework: about, variant, code: fillTemplate(code, filling), ...(note && { note }) };
}

function frameworkName({ id, name, language, side, source }: Framework): FrameworkName {
  return { id, name, language, side, source };
}
