import { describe, expect, it, test } from "vitest";
import { statusKey } from "../../src/catalog/status-key.js";
import { formatQuestion } from "../../src/question/format-question.js";
import { createQuestionParser } from "../../src/question/parse-question.js";
import type { Question } from "../../src/question/question.js";
import { catalog } from "../catalog.js";

const parser = createQuestionParser(catalog);
const parse = (text: string) => parser.parse(text).question;

/** "code 401 flask", "fix 405", "404", "comparison 401 403 code rails", or the kind alone. */
function brief(question: Question): string {
  switch (question.kind) {
    case "status": {
      const key = statusKey(question.status);
      if (question.view === "card") return key;
      return [question.view, key, question.framework ?? []].flat().join(" ");
    }
    case "comparison":
      return ["comparison", ...question.statuses.map(statusKey), question.view, question.framework ?? []]
        .flat()
        .join(" ");
    case "homonyms":
    case "list":
    case "class":
    case "mismatch":
    case "unassigned":
    case "situation":
    case "methods":
    case "guide":
    case "step":
    case "subcode":
    case "help":
    case "nothing":
      return question.kind;
  }
}

describe("a question for code is understood", () => {
  test.each([
    ["401 in code", "code 401"],
    ["401 in flask", "code 401 flask"],
    ["flask 404", "code 404 flask"],
    ["401 flask", "code 401 flask"],
    ["return 201 in express", "code 201 express"],
    ["how do i raise a 422 in fastapi", "code 422 fastapi"],
    ["How to return 404 Not Found in ASP.NET Core?", "code 404 aspnet"],
    ["spring boot 409 conflict", "code 409 spring"],
    ["rails 422", "code 422 rails"],
    ["404 in go", "code 404 go"],
    ["golang 503", "code 503 go"],
    ["how to handle 429 with requests", "code 429 requests"],
    ["python requests 429 retry", "code 429 requests"],
    ["retry a 503 with fetch", "code 503 fetch"],
    ["handle 401 in axios", "code 401 axios"],
    ["curl 301", "code 301 curl"],
    ["not found in laravel", "code 404 laravel"],
    ["too many requests in axios", "code 429 axios"],
    ["created in express", "code 201 express"],
    ["not fuond in django", "code 404 django"],
    ["no content in rails", "code 204 rails"],
    ["example of a 401 in fastify", "code 401 fastify"],
    ["429 in python", "code 429"],
    ["code snippet for 412", "code 412"],
    ["code example for 304", "code 304"],
    ["Express.js: send 204", "code 204 express"],
    ["in express, how do I send a 201?", "code 201 express"],
    ["419 in laravel", "code laravel-419 laravel"],
    ["cloudflare 522 in axios", "code cloudflare-522 axios"],
    ["401 vs 403 in flask", "comparison 401 403 code flask"],
    ["401 vs 403 in code", "comparison 401 403 code"],
    ["301 or 308 in go", "comparison 301 308 code go"],
    ["respond with 418 in node express", "code 418 express"],
    ["express middleware for 413", "code 413 express"],
    ["res.status(404) in express", "code 404 express"],
    ["how to set retry-after in express 503", "code 503 express"],
    ["404 in c#", "code 404 aspnet"],
    ["C# 404", "code 404 aspnet"],
    [".NET 401", "code 401 aspnet"],
    ["py requests 429", "code 429 requests"],
  ])("%j", (text, expected) => {
    expect(brief(parse(text))).toBe(expected);
  });
});

describe("a description is recognized beside a framework's name", () => {
  test.each([
    ["flask: duplicate email", "duplicate-email"],
    ["out of stock in rails", "out-of-stock"],
    ["django rest framework, webhook received", "webhook-received"],
  ])("%j", (text, id) => {
    expect(parse(text)).toMatchObject({ kind: "situation", situation: { id } });
  });
});

describe("a framework's name asks for no code", () => {
  test.each([
    ["in what went wrong", "why do I get 405 in flask", "fix 405"],
    ["in what went wrong", "getting 403 in django", "fix 403"],
    ["in what went wrong", "my rails app keeps returning 422, how to fix it", "fix 422"],
    ["in what it means", "what does 422 mean in fastapi", "422"],
    ["where it is the number's owner", "laravel 419", "laravel-419"],
    ["where it is the number's owner", "laravel 419 example", "example laravel-419"],
    ["as an everyday word", "can I go with 404", "404"],
    ["as an everyday word", "does a 301 go away after a while", "301"],
    ["as an everyday word", "we got 503 in spring 2024", "503"],
    ["as an everyday word", "429 with requests from one address", "429"],
    ["as an everyday word", "should an express checkout return 402", "402"],
    ["as an everyday word", "which requests get a 408", "408"],
    ["as part of a name", "429 too many requests", "429"],
    ["with more than two statuses", "301 302 307 in flask", "comparison 301 302 307 card"],
    ["where a number says otherwise", "status code 401", "401"],
  ])("%s: %j", (_what, text, expected) => {
    expect(brief(parse(text))).toBe(expected);
  });
});

describe("the questions of buttons", () => {
  it("come back as they were, for every status and framework", () => {
    for (const status of catalog.statuses) {
      for (const framework of catalog.frameworks) {
        const question = { kind: "status", status, view: "code", framework: framework.id } as const;
        expect(parse(formatQuestion(question)), formatQuestion(question)).toEqual(question);
      }
      const choice = { kind: "status", status, view: "code" } as const;
      expect(parse(formatQuestion(choice)), formatQuestion(choice)).toEqual(choice);
    }
  });
});
