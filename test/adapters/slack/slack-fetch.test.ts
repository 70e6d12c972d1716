import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { webApi } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import { clientOptions } from "../../../adapters/slack/client-options.js";
import { patiently } from "../../../adapters/slack/patiently.js";
import { explainFailure } from "../../../adapters/slack/slack-errors.js";
import { createSlackFetch } from "../../../adapters/slack/slack-fetch.js";
import { createLogger } from "../../../src/ops/logger.js";
import "./loopback.js";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const clientOf = (url: string, timeoutMs = 10_000) =>
  new webApi.WebClient("xoxb-1", clientOptions(url, createLogger("silent"), timeoutMs));

const LIVING = new AbortController().signal;
const FAILING = { channel: "C1", botName: "teapot" };

describe("a call to Slack", () => {
  it("that is not answered ends, and is not made again: the first may have been heard", async () => {
    const calls: unknown[] = [];
    const url = await serve((request) => void calls.push(request.url));
    const failure = await patiently(() => clientOf(url, 300).auth.test(), LIVING).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(webApi.WebAPIRequestError);
    expect(explainFailure(failure, FAILING)).toContain(
      "has not confirmed that my answer arrived. If you do not see it",
    );
    expect(calls).toHaveLength(1);
  });

  it("that takes a proxy of Slack's too long is not made again either", async () => {
    const calls: unknown[] = [];
    const url = await serve((request, response) => {
      calls.push(request.url);
      response.writeHead(504).end();
    });
    const failure = await patiently(() => clientOf(url).auth.test(), LIVING).catch((error: unknown) => error);
    expect(explainFailure(failure, FAILING)).toContain("has not confirmed that my answer arrived");
    expect(calls).toHaveLength(1);
  });

  it("that finds nobody is made again: it cannot have been heard", async () => {
    const url = await serve((_request, response) => response.end('{"ok":true}'));
    const nobody = "http://127.0.0.1:1/";
    const urls = [nobody, nobody, url];
    const answer = await patiently(() => clientOf(urls.shift() ?? url).auth.test(), LIVING);
    expect(answer.ok).toBe(true);
  });

  it("takes no redirect, which would take the token along", async () => {
    const paths: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    await expect(clientOf(url).auth.test()).rejects.toThrow("302");
    expect(paths).toEqual(["/auth.test"]);
  });

  it("that gets a page instead of an answer is explained as Slack's trouble", async () => {
    const url = await serve((_request, response) => response.end("<html>maintenance</html>"));
    const failure = await clientOf(url)
      .auth.test()
      .catch((error: unknown) => error);
    expect(explainFailure(failure, FAILING)).toContain("Slack did not take my answer");
  });

  it("gives the SDK what it reads of an answer", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(429, { "retry-after": "3", "x-twice": ["a", "b"] }).end('{"a":"é"}');
    });
    const answer = await createSlackFetch(1_000)(url, { method: "POST", body: "x=1" });
    expect([answer.ok, answer.status]).toEqual([false, 429]);
    expect([answer.headers.get("Retry-After"), answer.headers.get("x-twice"), answer.headers.get("none")]).toEqual([
      "3",
      "a, b",
      null,
    ]);
    expect(Object.fromEntries(answer.headers.entries())).toMatchObject({ "retry-after": "3" });
    expect(await answer.json()).toEqual({ a: "é" });
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe('{"a":"é"}');
  });
});
