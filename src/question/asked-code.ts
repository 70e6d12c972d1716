/** Whether a text asks for code: "401 in code", "404 in flask", "how do i raise a 422 in fastapi". */
import type { Catalog } from "../catalog/catalog.js";
import { lazy } from "../catalog/lazy.js";
import type { Framework } from "../catalog/types.js";
import { createFrameworkIndex, type FrameworkMention } from "./find-frameworks.js";
import { isFiller } from "./intent.js";
import type { Reading, TextReader } from "./read-text.js";

export interface CodeAsked {
  /** Missing where the text says "in code" and no more. */
  readonly framework?: Framework;
  /** The text without the words that ask for code. */
  readonly rest: Reading;
}

/** A text that names more frameworks asks about none of them; each costs a reading. */
const MENTIONS_MAX = 4;

/** Returns the search. A name that is everyday English counts only where everything else in the text asks for code. */
export function createCodeSearch(catalog: Catalog, reader: TextReader): (reading: Reading) => CodeAsked | undefined {
  const index = lazy(() => createFrameworkIndex(catalog));
  return (reading) => {
    const { text, words } = reading;
    const hasNames = words.some((word) => !/^\d+$/.test(word.text) && !isFiller(word.text));
    for (const mention of hasNames ? index()(words).slice(0, MENTIONS_MAX) : []) {
      const rest = lazy(() => reader.read(without(mention, text)));
      if (isMeant(catalog, mention, reading, rest)) return { framework: mention.framework, rest: rest() };
    }
    return IN_CODE.test(text) ? { rest: reader.read(text.replace(IN_CODE, " ")) } : undefined;
  };
}

const LANGUAGES = "python|javascript|typescript|js|ts|node ?\\.?js|java|kotlin|php|ruby|c#|csharp|bash|shell";
const WAYS_TO_SAY = [
  `(?:in|with|using) (?:code|${LANGUAGES})`,
  "(?:code )?snippets?(?: (?:for|of))?",
  "(?<!(?:status|error|response|http) )code (?:examples?|samples?)(?: (?:for|of))?",
  "(?:example|sample) code (?:for|of)",
];
const IN_CODE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WAYS_TO_SAY.join("|")})(?![\\p{L}\\p{N}])`, "u");

/** "express middleware", "go server": what only a framework has. */
const FOLLOWED =
  /^ (?:api|app|client|code|controller|endpoint|handler|middleware|route|router|server)(?![\p{L}\p{N}])/u;
const INTRODUCED = /(?<![\p{L}\p{N}])(?:in|inside|with|using|via|on|for|from|by) (?:(?:an?|my|our|the|plain) )?$/u;

/** Whether a name means the framework: not part of a status's name, not the owner of the number, not just English. */
function isMeant(catalog: Catalog, mention: FrameworkMention, reading: Reading, rest: () => Reading): boolean {
  if (reading.names.some((name) => overlap(name, mention))) return false;
  const introduced = INTRODUCED.test(reading.text.slice(0, mention.start));
  if (ownsNumber(catalog, mention, reading)) return introduced;
  if (!mention.everyday) return true;
  const followed = FOLLOWED.test(reading.text.slice(mention.end));
  return (introduced || followed || isBesideNumber(mention, reading)) && asksOnlyForCode(rest());
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** "laravel 419" is Laravel's own status. */
function ownsNumber(catalog: Catalog, { framework }: FrameworkMention, { codes }: Reading): boolean {
  return codes.some(({ code }) => catalog.statusesOf(code).some(({ owner }) => owner === framework.id));
}

function isBesideNumber(mention: Span, { codes, text }: Reading): boolean {
  return codes.some(({ start, end }) => {
    const between = start < mention.start ? text.slice(end, mention.start) : text.slice(mention.end, start);
    return /^[ ,:"'()-]*$/.test(between);
  });
}

/** Words around a question for code that say nothing else. */
const CODE_WORDS = new Set(
  (
    "abort after answer answering api app between by catch check client compare controller correctly create ctx custom " +
    "difference endpoint exception from handle handler handling header headers http inside json make middleware or proper " +
    "properly raise reply req res respond responding retry route router send sending server set throw throwing using versus " +
    "via view vs way we write"
  ).split(" "),
);

function asksOnlyForCode({ words, codes, names, owners }: Reading): boolean {
  const known = [...codes, ...names, ...owners];
  return words.every(
    (word) => known.some((span) => overlap(span, word)) || isFiller(word.text) || CODE_WORDS.has(word.text),
  );
}

function without(mention: Span, text: string): string {
  const before = text.slice(0, mention.start).replace(INTRODUCED, "");
  return `${before} ${text.slice(mention.end)}`.replace(/ +/g, " ").trim();
}
