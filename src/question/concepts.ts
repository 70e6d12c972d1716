/** What a description can be about: statuses, situations and guides, with the phrases people use for them. */
import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Guide, Situation, Status } from "../catalog/types.js";
import { type ConceptTarget, createConceptIndex } from "./concept-index.js";
import type { OwnerMention } from "./read-text.js";
import { createTermReader } from "./terms.js";

export type Concept =
  | { readonly kind: "status"; readonly status: Status }
  | { readonly kind: "situation"; readonly situation: Situation }
  | { readonly kind: "guide"; readonly guide: Guide };

export interface FoundConcept {
  readonly concept: Concept;
  /** Key of the status it leads to; guides lead to none. */
  readonly group: string;
  readonly score: number;
  /** How many of the text's terms its phrases hold. */
  readonly support: number;
  /** 0 to 1: how much of its most alike phrase and of the text are the same. */
  readonly alike: number;
  /** Whether some phrase or other holds every term of the text. */
  readonly isKnown: boolean;
}

/** A vendor's status and a guide must fit better than what is everybody's, unless the vendor is named. */
const WEIGHT = { own: 1, vendor: 0.85, namedVendor: 1, guide: 0.85 } as const;
const CANDIDATES = 8;
/** What comes after says no more about what it is. In UTF-16 code units. */
export const DESCRIPTION_MAX_CHARS = 500;

/** Returns the search over the whole catalog: best first. */
export function createConceptSearch(
  catalog: Catalog,
): (text: string, owners: readonly OwnerMention[]) => FoundConcept[] {
  const search = createConceptIndex(listTargets(catalog), createTermReader(catalog.synonyms));
  return (text, owners) =>
    search(text.slice(0, DESCRIPTION_MAX_CHARS), CANDIDATES)
      .map(({ target, score, alike, ...found }) => {
        const weight = weigh(target, owners);
        return { ...found, concept: target, score: score * weight, alike: alike * weight };
      })
      .sort((a, b) => b.score - a.score);
}

function weigh(concept: Concept, owners: readonly OwnerMention[]): number {
  switch (concept.kind) {
    case "guide":
      return WEIGHT.guide;
    case "situation":
      return WEIGHT.own;
    case "status":
      if (concept.status.owner === "iana") return WEIGHT.own;
      return owners.some(({ owner }) => owner.id === concept.status.owner) ? WEIGHT.namedVendor : WEIGHT.vendor;
  }
}

function listTargets(catalog: Catalog): ConceptTarget<Concept>[] {
  return [
    ...catalog.statuses.map((status) => ({
      target: { kind: "status", status } as const,
      group: statusKey(status),
      phrases: [
        ...status.askedAs,
        ...status.nicknames,
        status.phrase ?? "",
        ...status.formerPhrases.map(({ phrase }) => phrase),
      ],
      text: [
        status.summary,
        status.meaning,
        status.use,
        status.gotIt,
        status.sendingIt,
        status.watchOut ?? "",
        ...status.asCaller,
        ...status.asOwner,
      ].join(" "),
    })),
    ...catalog.situations.map((situation) => ({
      target: { kind: "situation", situation } as const,
      group: situation.send[0] ?? "",
      phrases: [...situation.askedAs, situation.title],
      text: [
        situation.summary,
        situation.advice,
        situation.not ?? "",
        ...situation.also.map(({ when }) => when),
        ...situation.expert.map(({ text }) => text),
      ].join(" "),
    })),
    ...catalog.guides.map((guide) => ({
      target: { kind: "guide", guide } as const,
      group: `guide ${guide.id}`,
      phrases: [...guide.askedAs, guide.title],
      text: [guide.summary, ...guide.facts.map(({ text }) => text)].join(" "),
    })),
  ];
}
