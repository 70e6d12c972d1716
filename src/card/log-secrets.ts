/** A credential in a paste: what its author alone is told, and what everybody may read. Never the credential itself. */
import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Card } from "./card.js";
import { formatCount } from "./log-numbers.js";
import { prose } from "./prose.js";
import { enumerate } from "./wording.js";

/** What to say beside a card, depending on who sees it. */
export interface Aside {
  /** For the author or asker alone: which kind on which line. */
  readonly forOne: string;
  /** For everybody: a pointer to the line would help the wrong people. */
  readonly forAll: string;
}

const SHOWN_MAX = 5;
const FOR_ALL =
  "Something in this paste should not be public. Its author should make it invalid first, then delete the paste.";

export function composeAside(catalog: Catalog, finding: Finding): Aside | undefined {
  if (finding.kind !== "log" || finding.report.secrets.length === 0) return undefined;
  const { secrets } = finding.report;
  const shown = secrets
    .slice(0, SHOWN_MAX)
    .map(({ secret, line }) => `${kindOf(catalog, secret)} (line ${formatCount(line)})`);
  const more = secrets.length > shown.length ? ["more"] : [];
  const what = enumerate([...shown, ...more]);
  const it = secrets.length === 1 ? "it" : "them";
  return {
    forOne: `The paste holds what looks like ${what}. Whoever can read the paste can use ${it}: make ${it} invalid first, then delete the paste.`,
    forAll: FOR_ALL,
  };
}

function kindOf({ logs }: Catalog, id: string): string {
  return logs.secrets.find((secret) => secret.id === id)?.kind ?? "a credential";
}

/** The card with a sentence of an aside below everything else. */
export function showAside(card: Card, sentence: string): Card {
  return { ...card, blocks: [...card.blocks, { kind: "paragraph", content: prose(sentence) }] };
}
