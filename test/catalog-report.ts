/** `npm run catalog:report`: what the catalog covers. Exit code 1 when something that is known is missing. */
import { readFileSync } from "node:fs";
import { makeSnippet } from "../src/answer/make-snippet.js";
import { loadCatalog } from "../src/catalog/load-catalog.js";
import { statusKey } from "../src/catalog/status-key.js";
import type { Status } from "../src/catalog/types.js";

/** What is known to exist, gathered independently of data/. */
interface Known {
  /** How many vendors are known to use a number. */
  readonly vendorCodes: Readonly<Record<string, number>>;
  /** Sets of codes that people confuse. */
  readonly pairs: readonly (readonly number[])[];
  readonly cloudflare: readonly string[];
  readonly iis: readonly string[];
}

const COMMON = [
  200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500,
  501, 502, 503, 504,
];
const SITUATIONS_MIN = 80;
const FRAMEWORKS_MIN = 14;

const catalog = loadCatalog(new URL("../data/catalog.json", import.meta.url));
const known: Known = JSON.parse(readFileSync(new URL("../../test/fixtures/coverage.json", import.meta.url), "utf8"));
const holes: string[] = [];

function count(label: string, value: number | string): void {
  console.log(`${label.padEnd(34)} ${value}`);
}

function expectAll<T>(
  label: string,
  wanted: readonly T[],
  isThere: (item: T) => boolean,
  name: (item: T) => string,
): void {
  const missing = wanted.filter((item) => !isThere(item));
  count(label, `${wanted.length - missing.length} of ${wanted.length}`);
  holes.push(...missing.map((item) => `${label}: ${name(item)}`));
}

const nameOf = ({ owner, code }: Status) => (owner === "iana" ? String(code) : `${owner} ${code}`);
const registered = catalog.statuses.filter(({ owner }) => owner === "iana");
const common = registered.filter(({ code }) => COMMON.includes(code));

console.log("Entries per owner");
for (const { id, name } of catalog.owners) {
  count(`  ${name}`, catalog.statuses.filter(({ owner }) => owner === id).length);
}

console.log("\nFields filled");
expectAll("  registered: askedAs", registered, ({ askedAs }) => askedAs.length > 0, nameOf);
expectAll("  common: example", common, ({ example }) => example !== undefined, nameOf);
expectAll("  common: as the caller", common, ({ asCaller }) => asCaller.length > 0, nameOf);
expectAll("  common: as the owner", common, ({ asOwner }) => asOwner.length > 0, nameOf);
expectAll("  common: when not", common, ({ instead }) => instead.length > 0, nameOf);
expectAll("  common: confused with", common, ({ confusedWith }) => confusedWith.length > 0, nameOf);
count("  all: watch out", catalog.statuses.filter(({ watchOut }) => watchOut).length);
count("  all: what frameworks do", catalog.statuses.filter(({ frameworks }) => frameworks.length > 0).length);

console.log("\nKnown elsewhere, and here");
expectAll(
  "  vendor codes",
  Object.entries(known.vendorCodes),
  ([code]) => catalog.statusesOf(Number(code)).some(({ owner }) => owner !== "iana"),
  ([code]) => code,
);
expectAll(
  "  comparisons",
  known.pairs,
  (codes) =>
    catalog.comparisons.some(
      ({ of }) =>
        of
          .map((key) => Number(key.split("-").pop()))
          .sort()
          .join() === [...codes].sort().join(),
    ),
  (codes) => codes.join(" "),
);
expectAll("  Cloudflare 1xxx", known.cloudflare, (code) => catalog.subcode("cloudflare", code) !== undefined, String);
expectAll("  IIS sub-statuses", known.iis, (code) => catalog.subcode("iis", code) !== undefined, String);

console.log("\nBeyond entries");
count("  comparisons", catalog.comparisons.length);
count("  situations", catalog.situations.length);
if (catalog.situations.length < SITUATIONS_MIN) holes.push(`situations: fewer than ${SITUATIONS_MIN}`);
count("  guides", catalog.guides.length);
count("  methods", catalog.methods.length);
count("  steps to a code", catalog.steps.length);
count("  frameworks with snippets", catalog.frameworks.length);
if (catalog.frameworks.length < FRAMEWORKS_MIN) holes.push(`frameworks: fewer than ${FRAMEWORKS_MIN}`);

console.log("\nCode, for how many registered statuses");
const isAnswered = (status: Status) => catalog.response(statusKey(status)) !== undefined;
expectAll("  sent, or said why not", registered, isAnswered, nameOf);
for (const framework of catalog.frameworks) {
  const kinds = registered.map((status) => makeSnippet(catalog, status, framework).kind);
  const coded = kinds.filter((kind) => kind === "sent" || kind === "handled").length;
  count(`  ${framework.name}`, `${coded} code, ${kinds.length - coded} a line that says why not`);
}

if (holes.length > 0) {
  console.error(`\n${holes.length} holes:\n${holes.join("\n")}`);
  process.exitCode = 1;
}
