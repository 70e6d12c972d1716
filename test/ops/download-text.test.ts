import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, test } from "vitest";
import { UnreadableError } from "../../src/bot/attachment.js";
import { downloadText } from "../../src/ops/download-text.js";

const LINE = "status=502 path=/checkout\n";
const KB = 1024;
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server on this machine; resolves with its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const rules = (origin: string, more = {}) => {
  return { origins: [origin], maxBytes: 64 * KB, timeoutMs: 2_000, mayBePage: false, ...more };
};

async function download(listener: RequestListener, more = {}) {
  const origin = await serve(listener);
  return downloadText(`${origin}/file.log`, rules(origin, more));
}

/** Why it could not be read. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error("it was read"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UnreadableError)) throw error;
  expect(`${error.message} ${String(error.cause)}`).not.toContain("127.0.0.1");
  return error.why;
}

describe("downloadText", () => {
  it("reads a text file with the headers that it was given", async () => {
    const headers = { authorization: "Bearer xoxb-1" };
    const listener: RequestListener = (request, response) =>
      void response.end(request.headers.authorization === headers.authorization ? LINE : "who are you?");
    expect(await download(listener, { headers })).toEqual({ text: LINE, complete: true });
  });

  it("reads the beginning of a file whose length is too large, and no more", async () => {
    let sent = 0;
    const read = await download((_request, response) => {
      response.writeHead(200, { "content-length": 100 * 1024 * KB });
      const chunk = Buffer.alloc(64 * KB, LINE);
      const more = () => {
        while (sent < 100 * 1024 * KB && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once("drain", more);
        }
      };
      more();
    });
    expect(read.complete).toBe(false);
    expect(read.text).toHaveLength(64 * KB);
    expect(sent).toBeLessThan(20 * 1024 * KB);
  });

  it("reads the beginning of a file that turns out too large", async () => {
    const read = await download((_request, response) => {
      response.write(Buffer.alloc(60 * KB, LINE));
      response.end(Buffer.alloc(60 * KB, LINE));
    });
    expect({ ...read, text: read.text.length }).toEqual({ text: 64 * KB, complete: false });
  });

  it("takes a file that fills the limit for whole", async () => {
    const read = await download((_request, response) => void response.end(Buffer.alloc(64 * KB, LINE)));
    expect(read.complete).toBe(true);
  });

  it("unpacks what is packed, within the same limit", async () => {
    const packed = (content: string): RequestListener => {
      return (_request, response) => {
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(content));
      };
    };
    expect(await download(packed(LINE))).toEqual({ text: LINE, complete: true });
    const bomb = await download(packed("0".repeat(50 * 1024 * KB)));
    expect({ ...bomb, text: bomb.text.length }).toEqual({ text: 64 * KB, complete: false });
    expect(
      await refusal(
        download((_, response) => {
          response.writeHead(200, { "content-encoding": "gzip" }).end("not packed at all");
        }),
      ),
    ).toBe("unreachable");
  });

  test.each([
    [401, "permission"],
    [403, "permission"],
    [404, "gone"],
    [410, "gone"],
    [206, "unreachable"],
    [429, "unreachable"],
    [500, "unreachable"],
  ])("calls a %i %j", async (status, why) => {
    expect(await refusal(download((_request, response) => void response.writeHead(status).end(LINE)))).toBe(why);
  });

  it("does not follow a redirect, and sends its headers nowhere else", async () => {
    const visits: string[] = [];
    const other = await serve((request, response) => {
      visits.push(String(request.headers.authorization));
      response.end(LINE);
    });
    const listener: RequestListener = (_request, response) =>
      void response.writeHead(302, { location: `${other}/file.log` }).end();
    expect(await refusal(download(listener, { headers: { authorization: "Bearer xoxb-1" } }))).toBe("unreachable");
    expect(visits).toEqual([]);
  });

  test.each([
    ["http://127.0.0.1:1/file.log"],
    ["https://files.slack.com.evil.example/x"],
    ["https://files.slack.com@evil.example/x"],
    ["https://me:secret@files.slack.com/x"],
    ["http://files.slack.com/x"],
    ["https://files.slack.com:8443/x"],
    ["file:///etc/passwd"],
    ["//files.slack.com/x"],
    [""],
  ])("does not even ask %j", async (address) => {
    expect(await refusal(downloadText(address, rules("https://files.slack.com")))).toBe("unreachable");
  });

  it("gives up on a server that does not answer, and on one that does not end", async () => {
    expect(await refusal(download(() => {}, { timeoutMs: 100 }))).toBe("unreachable");
    const drip: RequestListener = (_request, response) => void response.write(LINE);
    expect(await refusal(download(drip, { timeoutMs: 100 }))).toBe("unreachable");
  });

  it("gives up on a connection that breaks", async () => {
    const listener: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-length": 1_000 }).write(LINE, () => response.destroy());
    };
    expect(await refusal(download(listener))).toBe("unreachable");
  });

  it("takes a page in place of the file for a sign-in form", async () => {
    const listener: RequestListener = (_request, response) =>
      void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<title>Sign in: 404</title>");
    expect(await refusal(download(listener))).toBe("permission");
    expect((await download(listener, { mayBePage: true })).text).toContain("Sign in");
  });

  it("takes bytes for no text", async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);
    expect(await refusal(download((_request, response) => void response.end(bytes)))).toBe("binary");
  });

  test.each([
    ["UTF-8", Buffer.from("prüfen 404 €")],
    ["UTF-8 with a mark", Buffer.from("\ufeffprüfen 404 €")],
    ["UTF-16", Buffer.from("\ufeffprüfen 404 €", "utf16le")],
    ["UTF-16, the other way round", Buffer.from("\ufeffprüfen 404 €", "utf16le").swap16()],
    ["Latin-1", Buffer.from("prüfen 404", "latin1")],
  ])("reads %s", async (_name, bytes) => {
    expect((await download((_request, response) => void response.end(bytes))).text).toMatch(/^prüfen 404( €)?$/);
  });

  it("may cut a character in two without taking it for another encoding", async () => {
    const read = await download((_request, response) => void response.end("€".repeat(100)), { maxBytes: 100 });
    expect(read).toEqual({ text: "€".repeat(33), complete: false });
  });
});
