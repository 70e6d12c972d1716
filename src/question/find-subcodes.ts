/** Codes that are no HTTP status but are asked for like one: IIS's 403.14, Cloudflare's error 1020, Heroku's H12. */
import type { Catalog } from "../catalog/catalog.js";
import type { Subcode } from "../catalog/types.js";
import { subjectWords } from "./intent.js";
import { nameKey } from "./normalize.js";
import type { Reading } from "./read-text.js";

/** The subcode that a text names, if it names one beyond doubt. */
export function findSubcode(catalog: Catalog, reading: Reading): Subcode | undefined {
  return findBehindPoint(catalog, reading) ?? findByNumber(catalog, reading) ?? findByName(catalog, reading);
}

/** "403.14" */
function findBehindPoint(catalog: Catalog, { codes }: Reading): Subcode | undefined {
  for (const { code, substatus } of codes) {
    const subcode = substatus && catalog.subcode("iis", `${code}.${substatus}`);
    if (subcode) return subcode;
  }
  return undefined;
}

const FOUR_DIGITS = /(?<![\p{L}\p{N}.,:$-])1\d{3}(?![\p{L}\p{N}]|[.,:]\d)/u;
const LETTER_H = /(?<![\p{L}\p{N}])h\d\d(?![\p{L}\p{N}]|[.,:]\d)/u;

function findByNumber(catalog: Catalog, reading: Reading): Subcode | undefined {
  const number = (FOUR_DIGITS.exec(reading.text) ?? LETTER_H.exec(reading.text))?.[0];
  const owner = number?.startsWith("h") ? "heroku" : "cloudflare";
  const subcode = number && catalog.subcode(owner, number.toUpperCase());
  if (!subcode) return undefined;
  const alone = subjectWords(reading.words.map((word) => word.text)).join(" ") === number;
  return isNamed(owner, reading) || alone || reading.text.includes(`error ${number}`) ? subcode : undefined;
}

/** "heroku app crashed": whose it is, and what it is called. IIS only divides the statuses, whose names they share. */
function findByName(catalog: Catalog, reading: Reading): Subcode | undefined {
  if (reading.owners.length === 0 || reading.codes.length > 0) return undefined;
  const text = ` ${reading.words.map((word) => word.text).join(" ")} `;
  return catalog.subcodes.find(
    ({ owner, name, with: statuses }) =>
      owner !== "iis" && statuses.length > 0 && isNamed(owner, reading) && text.includes(` ${nameKey(name)} `),
  );
}

function isNamed(id: string, { owners }: Reading): boolean {
  return owners.some(({ owner }) => owner.id === id);
}
