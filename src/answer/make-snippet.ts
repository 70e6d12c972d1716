/** Code that sends a status from a server framework, or handles it in a client: the framework's template, filled in. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Framework, SnippetResponse, Status } from "../catalog/types.js";
import { isSeen } from "./can-write.js";
import { fillTemplate } from "./fill-template.js";
import { clientFilling, serverFilling } from "./snippet-filling.js";
import { type ClientVariant, clientVariant, type ServerVariant, serverVariant } from "./snippet-variant.js";

/** `note`: one line to read first. */
export type Snippet =
  /** Code of a server. `once`: what a program says once, for all errors. */
  | {
      readonly kind: "sent";
      readonly framework: FrameworkName;
      readonly variant: ServerVariant;
      readonly code: string;
      readonly once?: string;
      readonly note?: string;
    }
  /** Code of a client. `variant`: what it does, `own` where it was written for this very status. */
  | {
      readonly kind: "handled";
      readonly framework: FrameworkName;
      readonly variant: ClientVariant | "own";
      readonly code: string;
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

/** What a finding tells of a framework: all but its templates. */
export function frameworkName({ id, name, language, side, source }: Framework): FrameworkName {
  return { id, name, language, side, source };
}

function send(status: Status, server: Server, response: SnippetResponse, own: Template | undefined): Snippet {
  const framework = frameworkName(server);
  const variant = serverVariant(status, response);
  const { code, note } = layOver(server.variants[variant], own);
  if (!code) return { kind: "note", framework, note: note ?? "" };
  const once = variant === "problem" && server.once ? { once: server.once } : {};
  const filled = fillTemplate(code, serverFilling(server, status, response));
  return { kind: "sent", framework, variant, code: filled, ...once, ...(note && { note }) };
}

function handle(
  status: Status,
  client: Client,
  response: SnippetResponse | undefined,
  own: Template | undefined,
): Snippet {
  const framework = frameworkName(client);
  const variant = clientVariant(status);
  const { code, note } = layOver(client.variants[variant], own);
  if (!code) return { kind: "note", framework, note: note ?? "" };
  const filled = fillTemplate(code, clientFilling(status, response));
  const way = own?.code ? "own" : variant;
  return { kind: "handled", framework, variant: way, code: filled, ...(note && { note }) };
}

/** What the framework says about this very status, over what it says about all of the kind. */
function layOver(variant: Template, own: Template | undefined): Template {
  return own ? { code: variant.code ?? null, ...own } : variant;
}
