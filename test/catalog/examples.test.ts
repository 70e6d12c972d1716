/** What holds for every HTTP message shown as an example: of a status, in a comparison, in a situation. */
import { describe, expect, it, test } from "vitest";
import { catalog } from "../catalog.js";

interface Message {
  readonly where: string;
  readonly head: string;
  readonly body: string;
}

const NEXT_MESSAGE = /\n\n(?=HTTP\/[\d.]+ \d{3}|[A-Z]+ \S+ HTTP\/)/;

const messages: readonly Message[] = [
  ...catalog.statuses.flatMap(({ owner, code, example }) =>
    [example?.request ?? "", example?.response ?? ""].map((text) => [`${owner} ${code}`, text] as const),
  ),
  ...catalog.comparisons.flatMap(({ of, examples }) =>
    examples.map(({ response }) => [of.join(" vs "), response] as const),
  ),
  ...catalog.situations.map(({ id, example = "" }) => [id, example] as const),
].flatMap(([where, text]) =>
  text.split(NEXT_MESSAGE).map((message) => {
    const [head = "", ...rest] = message.split("\n\n");
    return { where, head, body: rest.join("\n\n") };
  }),
);

const problems = messages.flatMap(({ where, head, body }) => {
  const code = Number(/^HTTP\/\S+ (\d{3})/.exec(head)?.[1]);
  return /^content-type: application\/problem\+json/im.test(head) ? [{ where, code, problem: JSON.parse(body) }] : [];
});

describe("problem+json examples", () => {
  it("are many", () => expect(problems.length).toBeGreaterThan(150));

  // RFC 9457 §4.2.1: without a type, the title is the status phrase.
  test.each(problems.filter(({ problem }) => (problem.type ?? "about:blank") === "about:blank"))(
    "$where, $code: without a type, its title is the phrase",
    ({ code, problem }) => expect(problem.title).toBe(catalog.status(String(code))?.phrase),
  );

  test.each(problems)("$where, $code: its status member is the status that was sent", ({ code, problem }) =>
    expect(problem.status).toBe(code),
  );
});

describe("problem types", () => {
  const titles = new Map<string, Set<string>>();
  const add = (type: string, title: string) => titles.set(type, (titles.get(type) ?? new Set()).add(title));
  for (const { body } of messages) {
    for (const [, type = "", title = ""] of body.matchAll(/\/problems\/([\w-]+)",\s*"title": "([^"]+)"/g))
      add(type, title);
  }
  for (const response of catalog.responses) {
    if ("problem" in response && response.problem) add(response.problem.type, response.problem.title);
  }

  it("are many", () => expect(titles.size).toBeGreaterThan(60));

  // RFC 9457 §3.1.3: the title of a type stays the same from one occurrence to the next; what differs goes into detail.
  test.each([...titles])("%s has one title in all examples and snippets", (_, found) =>
    expect([...found]).toHaveLength(1),
  );
});

describe("example messages", () => {
  it("show the status that they are an example of", () => {
    // A code that stays inside the server is shown as what the caller gets.
    const sent = catalog.statuses.filter(({ facts }) => facts.reachesCaller);
    const wrong = [
      ...sent.filter(({ code, example }) => example && !example.response.includes(String(code))),
      ...catalog.situations.filter(({ send: [best], example }) => example && !example.includes(codeOf(best))),
    ];
    expect(wrong).toEqual([]);
  });

  // RFC 9110 §15.5, §15.6. Vendors' answers are shown as the vendor sends them.
  test.each(messages.filter(({ head }) => isOwnError(head)))("$where explains its error: $head", ({ body }) =>
    expect(body).not.toBe(""),
  );

  // RFC 9112 §7.1: an empty line ends the trailer section. Trailing blanks do not survive in chat, so words stand for it.
  test.each(messages.filter(({ head }) => /^transfer-encoding: chunked/im.test(head)))(
    "$where ends its chunks",
    ({ body }) => expect(body).toMatch(/\n0\n\(an empty line ends it\)$/),
  );

  test.each(messages.filter(({ head, body }) => body && /^content-length:/im.test(head)))(
    "$where counts its content",
    ({ head, body }) => {
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1]);
      expect([Buffer.byteLength(body), Number(/^\((\d+) bytes\)$/.exec(body)?.[1])]).toContain(length);
    },
  );
});

function codeOf(key = ""): string {
  return String(catalog.status(key)?.code);
}

function isOwnError(head: string): boolean {
  const [, code, phrase] = /^HTTP\/1\.1 ([45]\d\d) (.+)/.exec(head) ?? [];
  return code !== undefined && catalog.status(code)?.phrase === phrase;
}
