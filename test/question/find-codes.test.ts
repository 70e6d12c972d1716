import { describe, expect, it, test } from "vitest";
import { findCodes, findImpossibleNumbers } from "../../src/question/find-codes.js";
import { normalizeText } from "../../src/question/normalize.js";
import { findSpelledCodes } from "../../src/question/spelled-numbers.js";

const codesIn = (text: string) => findCodes(normalizeText(text)).map(({ code }) => code);
const spelledIn = (text: string) => findSpelledCodes(normalizeText(text)).map(({ code }) => code);

describe("findCodes", () => {
  test.each([
    ["401", [401]],
    ["HTTP 401", [401]],
    ["http401", [401]],
    ["E401", [401]],
    ["ERR_502", [502]],
    ["#404", [404]],
    ["404?", [404]],
    ["`404`", [404]],
    ["‘404’", [404]],
    ["４０４", [404]],
    ["HTTP/1.1 404 Not Found", [404]],
    ["HTTP/2 503", [503]],
    ["status: 502", [502]],
    ["status=502", [502]],
    ["error:404", [404]],
    ["(407)", [407]],
    ["4o4", [404]],
    ["5OO", [500]],
    ["a bunch of 404s", [404]],
    ["it keeps 500ing", [500]],
    ["it 404'd", [404]],
    ["301,302,307", [301, 302, 307]],
    ["302/303/307", [302, 303, 307]],
    ["401vs403", [401, 403]],
    ["777", [777]],
  ])("finds the codes of %j", (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  test.each([
    "99999",
    "4xx",
    "401k",
    "took 404ms",
    "500-byte body",
    "at most 100",
    "more than 500",
    "$429",
    "€500",
    "500%",
    "3.404",
    "1,200",
    "12:404",
    "area51",
    "x404y",
    "12345678",
    "v1.2.404",
  ])("finds no code in %j", (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it("keeps the digits after the point of an IIS spelling", () => {
    expect(findCodes("iis 403.14")).toEqual([{ code: 403, substatus: "14", start: 4, end: 10 }]);
  });

  it("says where each stands", () => {
    expect(findCodes("a 401 or 403")).toMatchObject([
      { start: 2, end: 5 },
      { start: 9, end: 12 },
    ]);
  });
});

describe("findSpelledCodes", () => {
  test.each([
    ["four oh four", [404]],
    ["four-oh-four", [404]],
    ["four zero four", [404]],
    ["five hundred", [500]],
    ["five hundred and three", [503]],
    ["four hundred four", [404]],
    ["four twenty nine", [429]],
    ["four twenty-two", [422]],
    ["four ten", [410]],
    ["five oh three or five oh four", [503, 504]],
    ["two hundred", [200]],
    ["four", []],
    ["six hundred", []],
    ["twenty four", []],
    ["fourohfour", [404]],
    ["4 0 4", [404]],
    ["1 2 3 4", []],
    ["fourteen", []],
  ])("reads %j", (text, codes) => {
    expect(spelledIn(text)).toEqual(codes);
  });
});

describe("findImpossibleNumbers", () => {
  test.each([
    ["99999", [99999]],
    ["status code -1", [-1]],
    ["0", [0]],
    ["4040", [4040]],
    ["404", []],
    ["v1.2", []],
    ["$5", []],
  ])("reads %j", (text, numbers) => {
    expect(findImpossibleNumbers(text)).toEqual(numbers);
  });
});
