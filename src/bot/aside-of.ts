import type { Finding } from "../answer/finding.js";
import { composeAside } from "../card/log-secrets.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Reply } from "./bot.js";

/** What is said beside the card, to be spread into a reply: empty where there is nothing. */
export function asideOf(catalog: Catalog, finding: Finding): Pick<Reply, "aside"> {
  const aside = composeAside(catalog, finding);
  return aside ? { aside } : {};
}
