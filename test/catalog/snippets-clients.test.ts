/** What the fetch and axios snippets do, when they run against a server that answers with the status. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import axios from "axios";
import { fetch as fetchThrough, ProxyAgent } from "undici";
import { afterEach, describe, expect, it, test } from "vitest";
import { type Made, madeFor, runModule } from "./snippets.js";

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

interface Answer {
  readonly code: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers request after request; the last answer is repeated. */
type Script = readonly ((seen: Seen) => Answer)[];

let stop: (() => void) | undefined;

afterEach(() => stop?.());

async function serve(script: Script): Promise<{ readonly origin: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { method, url, headers } = request;
    const next = script[Math.min(seen.length, script.length - 1)];
    seen.push({ method, url, headers, body });
    const answer = next?.({ method, url, headers, body }) ?? { code: 500 };
    response.writeHead(answer.code, { Connection: "close", ...answer.headers }).end(answer.body);
  }).listen(0);
  await once(server, "listening");
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

interface Ran {
  /** What the snippet made, or the error it threw. */
  readonly result: unknown;
  readonly error?: Error;
  readonly logged: readonly unknown[][];
  /** In milliseconds, one a wait. */
  readonly waits: readonly number[];
  readonly seen: readonly Seen[];
}

const API = "https://api.example.com";

/** Runs a snippet, and `more` after it, without waiting in earnest. `returns`: an expression for what it made. */
async function run({ snippet }: Made, script: Script, returns = "undefined", more = ""): Promise<Ran> {
  const { origin, seen } = await serve(script);
  const logged: unknown[][] = [];
  const waits: number[] = [];
  const given = {
    axios,
    ...CREDENTIALS,
    console: { log: (...parts: unknown[]) => logged.push(parts) },
    setTimeout: (resume: () => void, ms: number) => {
      waits.push(ms);
      setImmediate(resume);
    },
  };
  const code = `${snippet.code}\n${more}\nreturn ${returns};`.replaceAll(API, origin);
  try {
    return { result: await runModule(code, given), logged, waits, seen };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { result: undefined, error, logged, waits, seen };
  }
}

/** What the snippets call and readers have to write. */
const CREDENTIALS = { currentToken: async () => "old", renewToken: async () => "new" };

const json =
  (code: number, value: unknown, headers = {}) =>
  () => ({
    code,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(value),
  });
const empty =
  (code: number, headers = {}) =>
  () => ({ code, headers });

describe.each(["fetch", "axios"])("the snippets of %s", (id) => {
  const all = madeFor(id);
  const one = (code: number) => {
    const found = all.find(({ status }) => status.code === code && status.owner === "iana");
    if (!found) throw new Error(`no ${code} in ${id}`);
    return found;
  };
  const variant = (name: string) =>
    all
      .filter(({ snippet }) => snippet.variant === name)
      .map((each) => [`${each.status.owner} ${each.status.code}`, each] as const);
  /** Vendors' codes take the same template: one of them is enough. */
  const repeated = variant("retry").filter(([name]) => /^iana|^cloudflare 522/.test(name));
  const data = id === "fetch" ? "data" : "response.data";

  test.each(variant("success"))("read what comes with %s", async (_name, each) => {
    const ran = await run(each, [json(each.status.code, { id: 42 })], data);
    expect(ran).toMatchObject({ result: { id: 42 } });
  });

  test.each(variant("empty"))("read nothing with %s, and what comes with a 200", async (_name, each) => {
    expect(await run(each, [empty(each.status.code)], "[data]")).toMatchObject({ result: [undefined] });
    expect(await run(each, [json(200, { id: 42 })], "data")).toMatchObject({ result: { id: 42 } });
    expect((await run(each, [json(404, {})])).error).toBeDefined();
  });

  test.each(variant("redirect"))("follow %s with GET, and say where it leads", async (_name, each) => {
    const target = { Location: "/new?a=1" };
    const ran = await run(each, [empty(each.status.code, target), json(200, {}), empty(each.status.code, target)]);
    expect(ran.error).toBeUndefined();
    expect(ran.seen.map(({ method, url }) => `${method} ${url}`).slice(1, 2)).toEqual(["GET /new?a=1"]);
    expect(ran.seen).toHaveLength(3);
    expect(String(ran.logged.at(-1))).toMatch(/^leads to (?:http:\/\/127\.0\.0\.1:\d+)?\/new\?a=1$/);
  });

  test.each(variant("keptRedirect"))("follow %s with the same method and content", async (_name, each) => {
    const target = { Location: "/new" };
    const ran = await run(each, [empty(each.status.code, target), json(200, {}), empty(each.status.code, target)]);
    expect(ran.seen[1]).toMatchObject({ method: "POST", url: "/new", body: '{"item":"teapot"}' });
    expect(ran.seen).toHaveLength(3);
    expect(String(ran.logged.at(-1))).toMatch(/^leads to .*\/new$/);
  });

  it("renew credentials once after a 401", async () => {
    const check = ({ headers }: Seen) =>
      headers.authorization === "Bearer new" ? json(200, { id: 42 })() : empty(401, { "WWW-Authenticate": "Bearer" })();
    const renewed = await run(one(401), [check], "response.status");
    expect(renewed.result).toBe(200);
    expect(renewed.seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer old", "Bearer new"]);
    const refused = await run(one(401), [empty(401, { "WWW-Authenticate": "Bearer" })], "response.status");
    expect(refused.seen).toHaveLength(2);
    expect(refused.result ?? axios.isAxiosError(refused.error)).toBeTruthy();
  });

  describe.each(repeated)("after %s", (_name, each) => {
    const { code } = each.status;
    /** axios' snippet leaves the call to the reader. */
    const call = id === "axios" ? `const response = await getPatiently("${API}/v1/orders");` : "";
    const repeat = (script: Script) => run(each, script, "response.status", call);
    const refusedThrice = (headers: Record<string, string>) => {
      const refuse = empty(code, headers);
      return repeat([refuse, refuse, refuse, json(200, { id: 42 })]);
    };

    it("repeat after the seconds or until the date that the server names, a little later than that", async () => {
      const seconds = await refusedThrice({ "Retry-After": "7" });
      expect(seconds).toMatchObject({ result: 200 });
      expect(seconds.waits).toHaveLength(3);
      for (const wait of seconds.waits) expect(wait).toSatisfy((ms: number) => ms >= 7_000 && ms < 8_000);
      const date = await refusedThrice({ "Retry-After": new Date(Date.now() + 30_000).toUTCString() });
      expect(date.waits).toHaveLength(3);
      for (const wait of date.waits) expect(wait).toSatisfy((ms: number) => ms > 25_000 && ms < 31_000);
      const past = await refusedThrice({ "Retry-After": "Fri, 21 Nov 2025 07:28:00 GMT" });
      for (const wait of past.waits) expect(wait).toSatisfy((ms: number) => ms >= 0 && ms < 1_000);
    });

    it("wait longer each time, at random, where the server names nothing or nonsense", async () => {
      for (const headers of [{}, { "Retry-After": "soon" }]) {
        const { waits, result } = await refusedThrice(headers);
        expect(result).toBe(200);
        expect(waits.map((ms) => Math.floor(ms / 1_000))).toEqual([1, 2, 4]);
        expect(new Set(waits.map((ms) => ms % 1_000)).size).toBe(3);
      }
    });

    it("give up after four requests, and at once where it would take long", async () => {
      const never = await repeat([empty(code, { "Retry-After": "1" })]);
      expect(never.seen).toHaveLength(4);
      expect(statusOf(never)).toBe(code);
      const long = await repeat([empty(code, { "Retry-After": "3600" })]);
      expect(long).toMatchObject({ waits: [] });
      expect(statusOf(long)).toBe(code);
    });

    it("do not repeat other failures", async () => {
      const other = await repeat([empty(418)]);
      expect(other.seen).toHaveLength(1);
      expect(statusOf(other)).toBe(418);
    });
  });

  /** The status that a snippet ended with: fetch returns the answer, axios throws it. */
  function statusOf({ result, error }: Ran): unknown {
    return axios.isAxiosError(error) ? error.response?.status : result;
  }

  test.each(variant("error"))("stop at %s and say what the server says", async (_name, each) => {
    const { code } = each.status;
    const problem = { title: "Sign in first", status: code };
    const told = await run(each, [json(code, problem, { "Content-Type": "application/problem+json" })]);
    expect(told.error?.message).toBe(`${code}: Sign in first`);
    const text = await run(each, [() => ({ code, headers: { "Content-Type": "text/html" }, body: "<h1>No</h1>" })]);
    expect(text.error?.message).toMatch(new RegExp(`^${code}: .+`));
  });

  it("tell where a 201 has put the new thing", async () => {
    const ran = await run(one(201), [empty(201, { Location: "/v1/orders/732" })]);
    expect(String(ran.logged)).toMatch(/^created http:\/\/127\.0\.0\.1:\d+\/v1\/orders\/732$/);
    const bare = await run(one(201), [empty(201)]);
    expect(String(bare.logged)).toMatch(/^created http:\/\/127\.0\.0\.1:\d+\/v1\/orders$/);
  });

  it("ask for the state of what a 202 has queued, after a while", async () => {
    const accepted = empty(202, { Location: "/v1/exports/88", "Retry-After": "3" });
    const ran = await run(one(202), [accepted, json(200, { state: "done" })]);
    expect(ran).toMatchObject({ waits: [3_000], logged: [[{ state: "done" }]] });
    expect(ran.seen[1]?.url).toBe("/v1/exports/88");
  });

  it("tell a 206 from the whole", async () => {
    const part = await run(one(206), [
      () => ({ code: 206, headers: { "Content-Range": "bytes 0-20/146515" }, body: "Warm" }),
    ]);
    expect(part.seen[0]?.headers.range).toBe("bytes=0-20");
    expect(part.logged[0]?.[0]).toBe("bytes 0-20/146515");
    const whole = await run(one(206), [() => ({ code: 200, body: "Warm the teapot" })]);
    expect(whole.logged[0]?.[0]).toContain("whole");
  });

  it("see what failed inside a 207", async () => {
    const body = (status: string) => `<multistatus xmlns="DAV:"><status>HTTP/1.1 ${status}</status></multistatus>`;
    expect((await run(one(207), [() => ({ code: 207, body: body("423 Locked") })])).error?.message).toBe(
      "HTTP/1.1 423 Locked",
    );
    expect((await run(one(207), [() => ({ code: 207, body: body("200 OK") })])).error).toBeUndefined();
  });

  it("show the choice of a 300", async () => {
    const ran = await run(one(300), [() => ({ code: 300, headers: { Link: "</manual.pdf>" }, body: "PDF" })]);
    expect(ran.logged).toEqual([["</manual.pdf>", "PDF"]]);
  });

  it("keep what they hold after a 304", async () => {
    const script = [json(200, { tea: 3.5 }, { ETag: '"v7"' }), empty(304, { ETag: '"v7"' })];
    const ran = await run(one(304), script, "[data, await load()]");
    expect(ran.result).toEqual([{ tea: 3.5 }, { tea: 3.5 }]);
    expect(ran.seen.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"v7"']);
  });

  it("load again and edit again after a 412", async () => {
    const get = (etag: string) => json(200, { title: "Coffee", etag }, { ETag: etag });
    const saved = await run(one(412), [get('"v1"'), empty(412), get('"v2"'), json(200, {})], "response.status");
    expect(saved.result).toBe(200);
    expect(saved.seen.map(({ headers }) => headers["if-match"])).toEqual([undefined, '"v1"', undefined, '"v2"']);
    expect(JSON.parse(saved.seen[3]?.body ?? "")).toEqual({ title: "Tea", etag: '"v2"' });
    const turns = [get('"v1"'), empty(412), get('"v2"'), empty(412), get('"v3"'), empty(412), json(200, {})];
    expect((await run(one(412), turns)).seen).toHaveLength(6);
  });

  it("tell from a 416 how much there is", async () => {
    const ran = await run(one(416), [empty(416, { "Content-Range": "bytes */48213" })]);
    expect(ran.logged).toEqual([["only 48213 bytes"]]);
  });

  it("send the ETag that a 428 wants", async () => {
    const ran = await run(one(428), [json(200, { id: 12 }, { ETag: '"v7"' }), json(200, {})]);
    expect(ran.seen[1]).toMatchObject({
      method: "PUT",
      headers: { "if-match": '"v7"' },
      body: '{"id":12,"title":"Tea"}',
    });
  });
});

describe("a proxy that wants a sign-in", () => {
  const BASIC = `Basic ${Buffer.from("ann:secret").toString("base64")}`;
  const process = { env: { PROXY_USER: "ann", PROXY_PASSWORD: "secret" } };

  /** A proxy for both ways: CONNECT (fetch) and a whole address (axios). Counts whom it let through. */
  async function proxy(): Promise<{ readonly port: number; readonly passed: string[] }> {
    const passed: string[] = [];
    const isKnown = ({ headers }: IncomingMessage) => headers["proxy-authorization"] === BASIC;
    const server = createServer((request, response) => {
      if (!isKnown(request)) return void response.writeHead(407, { "Proxy-Authenticate": "Basic" }).end();
      passed.push(`${request.method} ${request.url}`);
      response.end("through");
    });
    server.on("connect", (request, socket) => {
      if (!isKnown(request)) return void socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      passed.push(`CONNECT ${request.url}`);
      const [host = "", port = ""] = (request.url ?? "").split(":");
      const target = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        target.pipe(socket).pipe(target);
      });
    });
    server.listen(0);
    await once(server, "listening");
    const before = stop;
    stop = () => {
      before?.();
      server.close();
    };
    return { port: (server.address() as AddressInfo).port, passed };
  }

  test.each(["fetch", "axios"])("lets the snippet of %s through", async (id) => {
    const { origin } = await serve([empty(200)]);
    const { port, passed } = await proxy();
    const made = madeFor(id).find(({ status }) => status.code === 407);
    const code = (made?.snippet.code ?? "")
      .replace("https://api.example.com", origin)
      .replace("http://proxy.example.com:3128", `http://127.0.0.1:${port}`)
      .replace('"proxy.example.com"', '"127.0.0.1"')
      .replace("port: 3128", `port: ${port}`);
    const given = { fetch: fetchThrough, ProxyAgent, axios, process, Buffer };
    expect(await runModule(`${code}\nreturn response.status;`, given)).toBe(200);
    expect(passed).toHaveLength(1);
  });
});
