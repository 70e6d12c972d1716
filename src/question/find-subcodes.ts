/** Codes that are no HTTP status but are asked for like one: IIS's 403.14, Cloudflare's error 1020. */
import type { Catalog } from "../catalog/catalog.js";
import type { Subcode } from "../catalog/types.js";
import { subjectWords } from "./intent.js";
import type { Reading } from "./read-text.js";

/** The subcode that a text names, if it names one beyond doubt. */
export function findSubcode(catalog: Catalog, reading: Reading): Subcode | undefined {
  for (const { code, substatus } of reading.codes) {
    const subcode = substatus && catalog.subcode("iis", `${code}.${substatus}`);
    if (subcode) return subcode;
  }
  const number = /(?<![\p{L}\p{N}.,:$-])1\d{3}(?![\p{L}\p{N}]|[.,:]\d)/u.exec(reading.text)?.[0];
  const subcode = number && catalog.subcode("cloudflare", number);
  if (!subcode) return undefined;
  const named = reading.owners.some(({ owner }) => owner.id === "cloudflare");
  const alone = subjectWords(reading.words.map((word) => word.text)).join(" ") === number;
  return named || alone || reading.text.includes(`error ${number}`) ? subcode : undefined;
}
