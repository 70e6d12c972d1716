import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { LABEL_MAX_CHARS } from "../../src/card/card.js";
import { statusKey } from "../../src/catalog/status-key.js";
import { ASK_MAX_BYTES, formatQuestion } from "../../src/question/format-question.js";
import { createQuestionParser } from "../../src/question/parse-question.js";
import type { Question } from "../../src/question/question.js";
import { catalog } from "../catalog.js";
import { allCards, offered } from "../contract/all-cards.js";

const parser = createQuestionParser(catalog);
const parse = (text: string) => parser.parse(text).question;

/** The question in a few words: its kind and what it is about. */
function brief(question: Question): string {
  switch (question.kind) {
    case "status":
      return `${question.view === "card" ? "" : `${question.view} `}${statusKey(question.status)}`;
    case "homonyms":
    case "list":
    case "comparison":
      return `${question.kind} ${question.statuses.map(statusKey).join(" ")}`;
    case "class":
      return question.ids.join(" ");
    case "mismatch":
      return `mismatch ${statusKey(question.byCode)} ${statusKey(question.byPhrase)}`;
    case "situation":
      return `${question.view === "card" ? "" : `${question.view} `}situation ${question.situation.id}`;
    case "methods":
      return `methods ${question.methods.map(({ method }) => method).join(" ")}`;
    case "guide":
      return `guide ${question.guide.id}`;
    case "step":
      return `step ${question.step.id}`;
    case "subcode":
      return `subcode ${question.subcode.owner} ${question.subcode.code}`;
    case "unassigned":
      return `unassigned ${question.code}`;
    case "help":
      return "help";
    case "nothing":
      return `nothing ${question.guesses.map(statusKey).join(" ")}`.trim();
  }
}

describe("parse understands", () => {
  test.each([
    ["401", "401"],
    ["HTTP/1.1 404 Not Found", "404"],
    ["what does 502 mean?", "502"],
    ["Error code: 412", "412"],
    ["not found", "404"],
    ["NotFound", "404"],
    ["TOO_MANY_REQUESTS", "429"],
    ["HttpStatus.CONFLICT", "409"],
    ["NoContent", "204"],
    ["unprocessable entity", "422"],
    ["Request-URI Too Long", "414"],
    ["I'm a teapot", "418"],
    ["gone", "410"],
    ["not fuond", "404"],
    ["tooo many reqeusts", "429"],
    ["intenral server eror", "500"],
    ["badgatewya", "502"],
    ["401 vs 403", "comparison 401 403"],
    ["403 or 401?", "comparison 403 401"],
    ["301 302 307 308", "comparison 301 302 307 308"],
    ["unauthorized or forbidden", "comparison 401 403"],
    ["401 vs forbidden", "comparison 401 403"],
    ["not found vs gone", "comparison 404 410"],
    ["why do I get 401 on port 443", "fix 401"],
    ["error 404 at line 120", "404"],
    ["502 after 300 retries", "502"],
    ["401 vs 777", "unassigned 777"],
    ["508 Resource Limit Is Reached", "hosting-508"],
    ["419 Page Expired", "laravel-419"],
    ["intenal server error", "500"],
    ["404 im a teapot", "mismatch 404 418"],
    ["401vs403", "comparison 401 403"],
    ["the 400s", "4xx"],
    ["StatusCodes.Status404NotFound", "404"],
    ["http.StatusNotFound", "404"],
    ["SC_NOT_FOUND", "404"],
    ["iis 403.14", "subcode iis 403.14"],
    ["HTTP Error 500.19", "subcode iis 500.19"],
    ["cloudflare error 1020", "subcode cloudflare 1020"],
    ["error 1015", "subcode cloudflare 1015"],
    ["heroku h12", "subcode heroku H12"],
    ["what is error H10", "subcode heroku H10"],
    ["heroku app crashed", "subcode heroku H10"],
    ["status 0", "browser-0"],
    ["unavailable for legal", "451"],
    ["curl 0", "curl-0"],
    ["haproxy -1", "haproxy--1"],
    ["PUT", "methods PUT"],
    ["put vs post", "methods PUT POST"],
    ["what should PATCH return", "methods PATCH"],
    ["which methods are idempotent", "methods DELETE GET HEAD OPTIONS PUT QUERY TRACE"],
    ["endpoint only allows GET", "405"],
    ["legal reasons", "451"],
    ["gateway", "comparison 502 504"],
    ["duplicate email", "situation duplicate-email"],
    ["user signs up with an address we already have", "situation duplicate-email"],
    ["which code should I return?", "step start"],
    ["what is a status code", "guide what-is-a-status-code"],
    ["login required", "situation not-logged-in"],
    ["file too big", "situation upload-too-large"],
    ["401 unauthorized vs 403 forbidden", "comparison 401 403"],
    ["404 not found", "404"],
    ["503 bad gateway", "mismatch 503 502"],
    ["bad gateway (503)", "mismatch 503 502"],
    ["4xx", "4xx"],
    ["5XX errors", "5xx"],
    ["client errors", "4xx"],
    ["all redirects", "3xx"],
    ["nginx 499", "nginx-499"],
    ["cloudflare 530", "cloudflare-530"],
    ["530", "homonyms cloudflare-530 shopify-530 pantheon-530"],
    ["how to fix a 502", "fix 502"],
    ["429 example", "example 429"],
    ["299", "unassigned 299"],
    ["777", "unassigned 777"],
    ["99999", "unassigned 99999"],
    ["-1", "unassigned -1"],
    ["6xx", "unassigned 600"],
    ["status code 600", "unassigned 600"],
    ["400 401 402 403 404 405", "list 400 401 402 403 404 405"],
    ["", "help"],
    ["   ", "help"],
    ["help", "help"],
    ["?", "help"],
    ["whats for lunch", "nothing"],
    ["anyone have a regex for phone numbers", "nothing"],
  ])("%j", (text, expected) => {
    expect(brief(parse(text))).toBe(expected);
  });
});

describe("parse", () => {
  it("finds every current and former phrase, in any case, without spaces and as a constant", () => {
    for (const status of catalog.statuses.filter(({ owner, standing }) => owner === "iana" && standing !== "unused")) {
      const names = [status.phrase ?? "", ...status.formerPhrases.map(({ phrase }) => phrase)];
      for (const name of names) {
        const spellings = [
          name,
          name.toUpperCase(),
          name.replace(/[^A-Za-z]/g, ""),
          name.toUpperCase().replace(/[^A-Z]+/g, "_"),
        ];
        for (const spelling of spellings) expect(brief(parse(spelling)), spelling).toBe(statusKey(status));
      }
    }
  });

  it("understands how it names every status itself, in every view", () => {
    for (const status of catalog.statuses) {
      for (const view of ["card", "example", "fix", "facts"] as const) {
        const ask = formatQuestion({ kind: "status", status, view });
        expect(parse(ask), ask).toEqual({ kind: "status", status, view });
      }
    }
  });

  it("takes a number with its owner's own phrase for that owner's", () => {
    for (const status of catalog.statuses.filter(
      ({ phrase, standing }) => phrase && standing !== "unused" && phrase.includes(" "),
    )) {
      const text = `${status.code} ${status.phrase}`;
      const question = parse(text);
      const meant =
        question.kind === "status" ? [question.status] : question.kind === "homonyms" ? question.statuses : [];
      const isRegistered = catalog.statusesOf(status.code).some(({ owner, phrase, formerPhrases }) => {
        return owner === "iana" && [phrase, ...formerPhrases.map((former) => former.phrase)].includes(status.phrase);
      });
      if (status.code >= 100 && (status.owner === "iana" || !isRegistered))
        expect(meant.map(statusKey), text).toContain(statusKey(status));
    }
  });

  it("answers every status by its canonical name, and every button leads back to its own question", () => {
    const asks = allCards.flatMap(({ card }) => offered(card).map((action) => action.ask));
    expect(asks.length).toBeGreaterThan(500);
    for (const ask of new Set(asks)) {
      const question = parse(ask);
      if (question.kind === "nothing" || question.kind === "list")
        throw new Error(`nobody understands the button "${ask}"`);
      expect(formatQuestion(question), ask).toBe(ask);
      expect(Buffer.byteLength(ask)).toBeLessThanOrEqual(ASK_MAX_BYTES);
    }
  });

  it("labels every button within the shortest limit of any platform", () => {
    const labels = allCards.flatMap(({ card }) => offered(card).map(({ label }) => label));
    expect(labels.filter((label) => label === "" || label.length > LABEL_MAX_CHARS)).toEqual([]);
  });

  it("offers no question twice on one card", () => {
    for (const { ask, card } of allCards) {
      const asks = offered(card).map((action) => action.ask);
      expect(new Set(asks).size, ask).toBe(asks.length);
    }
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "__defineGetter__"])(
    "%j is no name",
    (name) => {
      expect(parse(name).kind).toBe("nothing");
    },
  );

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(typeof parse(text).kind).toBe("string");
      }),
      { numRuns: 500 },
    );
  });

  it("takes any mixture of what questions are made of", () => {
    const piece = fc.constantFrom(
      "401",
      "4xx",
      "vs",
      "not found",
      "four",
      "oh",
      "hundred",
      "-",
      "/",
      "?",
      "nginx",
      "403.14",
      "https://",
      "$",
      "and",
      "fix",
      "99999",
      "í",
      "🫖",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(" ", ""), (pieces, glue) => {
        expect(typeof parse(pieces.join(glue)).kind).toBe("string");
      }),
      { numRuns: 500 },
    );
  });

  it("repeats no more of a text than a line of 60 characters without control characters", () => {
    const question = parse(`\u001b[31m${"zzz qqq\n".repeat(50)}\u202e`);
    if (question.kind !== "nothing") throw new Error(question.kind);
    expect([...question.asked].length).toBeLessThanOrEqual(60);
    expect(question.asked).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
