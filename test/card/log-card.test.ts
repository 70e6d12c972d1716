import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import type { Card } from "../../src/card/card.js";
import { composeCard } from "../../src/card/compose-card.js";
import { composeAside } from "../../src/card/log-secrets.js";
import { plainText } from "../../src/card/plain-text.js";
import { catalog } from "../catalog.js";
import { NGINX_LOG } from "../fixtures/nginx-log.js";

const understand = createUnderstand(catalog);
const cardOf = (text: string): Card => composeCard(catalog, understand(text).finding);
const textOf = (text: string): string => plainText(cardOf(text));

function access(code: number, { time = "03:14:07", request = "GET /x", to = "-" } = {}): string {
  return `203.0.113.24 - - [21/Nov/2026:${time} +0000] "${request} HTTP/1.1" ${code} 157 "-" "${to}"`;
}

describe("the log of model reply 4", () => {
  test("says whether it is over, what broke, who acts and what next, in that order", () => {
    expect(textOf(NGINX_LOG)).toMatchSnapshot();
  });

  test("has one line that is enough on its own", () => {
    expect(cardOf(NGINX_LOG).oneLine).toBe(
      "5 of 8 requests failed (4× 502, 1× 499): nginx could not reach the app at 10.0.3.12:8080, connection refused. At the end of the paste it works again.",
    );
  });

  test("repeats no address of a caller, no user agent and no host name", () => {
    expect(JSON.stringify(cardOf(NGINX_LOG))).not.toMatch(/203\.0\.113|okhttp|api\.example\.com|5512|7730/);
  });

  test("offers questions about plain codes that lead to cards", () => {
    const { actions } = cardOf(NGINX_LOG);
    expect(actions.map(({ label }) => label)).toEqual(["Fix 502", "502 vs 504", "What is 499"]);
    for (const { ask } of actions) expect(understand(ask).finding.kind).toMatch(/^(?:status|comparison)$/);
  });
});

describe("whether it is over", () => {
  test("what failed and works at the end works again", () => {
    expect(cardOf([access(502), access(200, { time: "03:14:09" })].join("\n")).title).toBe(
      "1 of 2 requests failed: 502. At the end of the paste it works again.",
    );
  });

  test("a success somewhere else is only called a success", () => {
    const log = [access(502), access(200, { time: "03:14:09", request: "GET /health" })].join("\n");
    expect(cardOf(log).title).toBe("1 of 2 requests failed: 502. The last request succeeded.");
  });

  test("a failure at the end is said to be there", () => {
    expect(cardOf([access(200), access(502, { time: "03:14:09" })].join("\n")).title).toBe(
      "1 of 2 requests failed: 502. The paste ends with failures.",
    );
  });

  test("lines with the newest first are read backwards", () => {
    const log = [access(200, { time: "03:20:00" }), access(502, { time: "03:10:00" })].join("\n");
    expect(cardOf(log).title).toBe("1 of 2 requests failed: 502. At the end of the paste it works again.");
  });

  test("lines in no order of time claim nothing", () => {
    const times = ["03:20:00", "03:10:00", "03:30:00", "03:05:00"];
    const log = [...times.map((time) => access(502, { time })), access(200, { time: "03:15:00" })].join("\n");
    expect(cardOf(log).title).toBe("4 of 5 requests failed: 502.");
  });

  test("a wrong address is not over or going on", () => {
    const log = [access(404), access(200, { time: "03:14:09", request: "GET /" })].join("\n");
    expect(cardOf(log).title).toBe("1 of 2 requests failed: 404.");
  });

  test("a single failure claims nothing", () => {
    expect(cardOf(access(502)).title).toBe("502 Bad Gateway");
  });
});

test("one status alone gets the card of that status, and where it was", () => {
  const text = textOf(
    "requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://api.example.com/x?k=1",
  );
  expect(text).toContain("Got it?");
  expect(text).toContain("Sending it?");
  expect(text).toContain("Read as text, one line.");
  expect(text).not.toContain("api.example.com");
});

test("only successes are one calm line without advice", () => {
  const text = textOf(Array.from({ length: 8 }, () => access(200)).join("\n"));
  expect(text).toBe("All 8 requests succeeded.\n8× 200.\nRead as access log, all 8 lines.");
});

test("requests without any answer are told of", () => {
  const line = (status: number, flags: string) =>
    `203.0.113.9:52100 [21/Nov/2026:03:14:07.123] web api/srv1 0/0/1/-1/5000 ${status} 0 - - ${flags} 1/1/0/0/0 0/0 "GET /x HTTP/1.1"`;
  expect(textOf(line(-1, "CH--"))).toContain("Callers hung up while the server was still working");
  expect(textOf([line(503, "SC--"), line(-1, "CH--")].join("\n"))).toContain("1× no status");
});

test("more causes than one get a line each", () => {
  const text = textOf(
    [
      '2026/11/21 03:14:07 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://10.0.3.12:8080/x"',
      access(502),
      '2026/11/21 03:15:07 [error] 31#31: *2 upstream timed out (110: Connection timed out) while reading response header from upstream, upstream: "http://10.0.3.12:8080/y"',
      access(504, { time: "03:15:07", request: "GET /y" }),
    ].join("\n"),
  );
  expect(text).toContain("Also in these lines:\n- The app at 10.0.3.12:8080 took the request");
  expect(text).not.toContain("Half done?");
});

test("an effect is ruled out only where the cause accounts for all of the failures", () => {
  const refused =
    '2026/11/21 03:14:07 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, request: "GET /x HTTP/1.1", upstream: "http://10.0.3.12:8080/x"';
  expect(textOf([refused, access(502)].join("\n"))).toContain("Half done?");
  expect(textOf([refused, access(502), access(502, { request: "POST /y" })].join("\n"))).not.toContain("Half done?");
  const another = access(502, { request: "POST /y" });
  expect(textOf([refused, another].join("\n"))).not.toContain("Half done?");
});

test("failures over time are bars, and the same in words", () => {
  const minute = (index: number) => String(Math.floor(index / 6)).padStart(2, "0");
  const second = (index: number) => String((index % 6) * 10).padStart(2, "0");
  const log = Array.from({ length: 60 }, (_, index) =>
    access(index > 30 && index < 40 ? 503 : 200, { time: `03:${minute(index)}:${second(index)}` }),
  ).join("\n");
  expect(textOf(log)).toMatch(
    /Over time: [▁▂▃▄▅▆▇█]+ 03:00:00–03:09:50, a bar for 30 seconds\. Failures in 4 of 20, at most 3 in one/,
  );
});

describe("redirects", () => {
  const hop = (code: number, to: string) => `HTTP/2 ${code}\nlocation: ${to}\n`;

  test("say where they lead, what becomes of the method and what a browser keeps", () => {
    const log = [hop(301, "https://example.com/"), hop(302, "https://www.example.com/en"), "HTTP/2 200\n"].join("\n");
    expect(cardOf(log).title).toBe("2 redirects, then 200.");
    expect(textOf(log)).toContain("- 302 to /en, over https, on another host");
    expect(textOf(log)).toContain("Browsers keep the 301");
  });

  test("in a circle are called that", () => {
    const log = [hop(302, "https://a.example/x"), hop(302, "https://a.example/y"), hop(302, "https://a.example/x")];
    expect(cardOf(log.join("\n")).title).toBe("3 redirects in a circle.");
  });

  test("that keep the method say so", () => {
    expect(textOf([hop(308, "https://example.com/x"), "HTTP/2 200\n"].join("\n"))).toContain("a POST stays a POST");
  });
});

describe("what a card never repeats", () => {
  const SECRET = fc
    .stringMatching(/^[A-Za-z0-9]{24}$/)
    .filter((text) => new Set(text).size > 12 && /\d\D*\d\D*\d/.test(text));
  const PLACES: readonly ((secret: string) => string)[] = [
    (secret) => `${access(401, { request: `GET /v1/me?access_token=${secret}` })}`,
    (secret) => `HTTP/1.1 401 Unauthorized\nAuthorization: Bearer ${secret}\nCookie: sessionid=${secret}`,
    (secret) => `HTTP/1.1 500 Internal Server Error\nX-Anything: ${secret}\n\n{"token":"${secret}"}`,
    (secret) => `${access(404, { request: `GET /reset/${secret}` })}`,
    (secret) => `${access(404, { request: `GET /users/${secret}@example.com` })}`,
    (secret) => `${access(502, { to: secret })}`,
    (secret) =>
      `requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://ann:${secret}@example.com/x`,
    (secret) => `HTTP/2 302\nlocation: https://example.com/cb?code=${secret}\n\nHTTP/2 200`,
    (secret) =>
      `2026/11/21 03:14:07 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://10.0.3.12:8080/x?t=${secret}", cookie: "${secret}"\n${access(502)}`,
    (secret) => `HTTP/1.1 429 Too Many Requests\nRetry-After: ${secret}`,
    (secret) => `HTTP/1.1 405 Method Not Allowed\nAllow: ${secret}`,
  ];

  test("a secret, wherever it stands", () => {
    fc.assert(
      fc.property(SECRET, fc.constantFrom(...PLACES), (secret, place) => {
        const { finding } = understand(place(secret));
        expect(finding.kind).toBe("log");
        const said = [
          composeCard(catalog, finding),
          composeCard(catalog, finding, "brief"),
          composeAside(catalog, finding),
        ];
        expect(JSON.stringify(said)).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a credential in a paste", () => {
  const PASTE = `HTTP/1.1 401 Unauthorized\nAuthorization: Bearer ghp_${"Q3vN8kD1xW6pZ0rT5yB9cH2mJ7sF4gLaQ3vN"}\n`;

  test("its author is told which and where", () => {
    expect(composeAside(catalog, understand(PASTE).finding)?.forOne).toContain("a GitHub token (line 2)");
  });

  test("everybody is told only that there is something", () => {
    const said = composeAside(catalog, understand(PASTE).finding)?.forAll;
    expect(said).toContain("should not be public");
    expect(said).not.toMatch(/GitHub|line/);
  });

  test("the card itself says nothing of it", () => {
    expect(textOf(PASTE)).not.toMatch(/GitHub|should not be public/);
  });
});

describe("an error log without an access log", () => {
  const refused = (time: string) =>
    `2026/11/21 ${time} [error] 31#31: *8841 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.24, server: api, request: "POST /v1/checkout HTTP/1.1", upstream: "http://10.0.3.12:8080/v1/checkout", host: "api"`;
  const ERRORS = [refused("03:14:07"), refused("03:14:16")].join("\n");

  test("tells the cause and the status that callers most likely got", () => {
    const text = textOf(ERRORS);
    expect(cardOf(ERRORS).title).toBe(
      "nginx could not reach the app at 10.0.3.12:8080: connection refused, 03:14:07–03:14:16.",
    );
    expect(text).toContain("Callers got: 502, most likely");
    expect(text).toContain("Half done?");
    expect(text).toContain("Read as nginx error log, all 2 lines.");
  });

  test("gives no code, and is nothing to speak up about", () => {
    const { finding, isUnmistakable } = understand(ERRORS);
    expect(finding).toMatchObject({ kind: "log", statuses: [], report: { responses: 0, failures: 0, statuses: [] } });
    expect(isUnmistakable()).toBe(false);
  });

  test.each([
    ["upstream timed out (110: Connection timed out) while reading response header from upstream", "504"],
    ["upstream prematurely closed connection while reading response header from upstream", "502"],
    ["no live upstreams while connecting to upstream", "502"],
  ])("%s", (message, code) => {
    expect(textOf(`2026/11/21 03:14:07 [error] 31#31: *8841 ${message}, client: 203.0.113.24`)).toContain(
      `Callers got: ${code}, most likely`,
    );
  });

  test("tells an Apache cause", () => {
    const line =
      "[Sat Nov 21 03:14:07.123456 2026] [proxy:error] [pid 1234:tid 5678] [client 203.0.113.24:52100] AH01630: client denied by server configuration: /var/www/html/admin";
    expect(textOf(line)).toContain("Callers got: 403, most likely");
  });

  test("tells of no status where no cause is known, whatever numbers it holds", () => {
    const line = "2026/11/21 03:14:07 [notice] 404#404: signal process started";
    const { finding, isUnmistakable } = understand(line);
    expect(finding).toMatchObject({ kind: "log", statuses: [], report: { responses: 0, causes: [] } });
    expect(isUnmistakable()).toBe(false);
    expect(cardOf(line).title).toBe("No line of this log tells of a status.");
    expect(textOf(line)).toContain("Read as nginx error log, one line.");
  });
});

test("499 alone in an access log is nginx's", () => {
  const text = textOf([access(499), access(499), access(499)].join("\n"));
  expect(text).toContain("the caller hung up before nginx could answer");
  expect(text).toContain("Who acts: Nobody, if there are few. Many: whoever runs the slow app.");
  expect(text).toMatch(/Check: Log/);
});

describe("a request that a line of its own tells of is the place", () => {
  test.each([
    [
      "> POST /v1/orders HTTP/2\n> Host: api.example.com\n>\n< HTTP/2 500\n< content-type: text/plain",
      "POST /v1/orders",
    ],
    [
      'Started GET "/users/42" for 127.0.0.1 at 2026-11-21 03:14:07 +0000\nCompleted 500 Internal Server Error in 12ms (ActiveRecord: 1.2ms | Allocations: 4321)',
      "GET /users/:id",
    ],
  ])("%s", (paste, place) => {
    expect(textOf(paste)).toContain(`Here: ${place}`);
  });

  test("of two that wait, neither is", () => {
    const started = (path: string) => `Started GET "${path}" for 127.0.0.1 at 2026-11-21 03:14:07 +0000`;
    const paste = [started("/a"), started("/b"), "Completed 500 Internal Server Error in 12ms (Allocations: 4321)"];
    expect(textOf(paste.join("\n"))).not.toContain("Here:");
  });
});
