/** What a status puts into a framework's template. */
import type { Flag } from "../catalog/placeholders.js";
import type { Framework, SnippetResponse, Status } from "../catalog/types.js";
import { type Filling, fillTemplate } from "./fill-template.js";
import { quoteLiteral } from "./quote-literal.js";

const ORIGIN = "https://api.example.com";
/** What a client asks where the catalog has no request for the status: vendors' codes. */
const ANY_REQUEST = "GET /v1/orders";

/** For a server: the request it answers, what it sends, and each header field as a line of the framework's language. */
export function serverFilling(
  framework: Extract<Framework, { side: "server" }>,
  { code }: Status,
  { to, when, fields, problem, state, text }: SnippetResponse,
): Filling {
  const literal = (value: string) => quoteLiteral(value, framework.quotes);
  const words = new Map([
    ...requestWords(to),
    ["code", String(code)],
    ["status", framework.names[code] ?? String(code)],
    ["when", when],
    ...fields.map(({ name, value }) => [name, literal(value)] as const),
    ...literals({ state, contentType: text?.type, body: text?.body, title: problem?.title }, literal),
    ...literals({ type: problem && `${ORIGIN}/problems/${problem.type}` }, literal),
  ]);
  const flags = new Set<Flag>(fields.length > 0 ? ["fields"] : []);
  return { words, fields: fieldLines(fields, framework.field, literal), flags };
}

/** For a client: the request, and its address as a literal. */
export function clientFilling({ code }: Status, response: SnippetResponse | undefined): Filling {
  const request = requestWords(response?.to ?? ANY_REQUEST);
  const words = new Map([
    ...request,
    ["code", String(code)],
    ["url", quoteLiteral(`${ORIGIN}${request.get("path")}`, "double")],
  ]);
  const flags = new Set<Flag>(request.get("GET") === "GET" ? [] : ["write"]);
  return { words, fields: new Map(), flags };
}

/** "POST /v1/orders/7" in pieces, spelled as the languages spell methods and functions. */
function requestWords(request: string): ReadonlyMap<string, string> {
  const [method = "", path = ""] = request.split(" ");
  const lower = method.toLowerCase();
  return new Map([
    ["GET", method],
    ["Get", `${method.slice(0, 1)}${lower.slice(1)}`],
    ["get", lower],
    ["action", railsAction(method, path)],
    ["path", path],
    [
      "handler",
      path
        .replace(/\.\w+$/, "")
        .match(/[a-z]{3,}/g)
        ?.at(-1) ?? "index",
    ],
  ]);
}

/** How a Rails controller calls its answer: a path that ends in a plural stands for the whole collection. */
function railsAction(method: string, path: string): string {
  if (method === "POST") return "create";
  if (method === "DELETE") return "destroy";
  if (method === "PUT" || method === "PATCH") return "update";
  return path.endsWith("s") ? "index" : "show";
}

type Literal = (value: string) => string;

function literals(values: Readonly<Record<string, string | undefined>>, literal: Literal): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, literal(value)]]));
}

function fieldLines(fields: SnippetResponse["fields"], template: string, literal: Literal): Map<string, string> {
  return new Map(
    fields.map(({ name, value }) => {
      const words = new Map([
        ["name", literal(name)],
        ["value", literal(value)],
      ]);
      return [name, fillTemplate(template, { words, fields: new Map(), flags: new Set() })];
    }),
  );
}
