import type { Card } from "../card/card.js";
import { keepNewest } from "./keep-newest.js";

/** What people ask again and again fits in many times; sets of codes to compare could fill any memory. */
const CARDS_MAX = 500;

/** The cards that were asked for last, under the questions that get them again: no words but the catalog's are kept. */
export interface CardMemory {
  /** The card that a canonical question gets, if it is remembered. */
  get(ask: string): Card | undefined;
  /** Returns the card. One that no question gets again is not kept. */
  keep(card: Card): Card;
}

export function createCardMemory(): CardMemory {
  const cards = new Map<string, Card>();
  return {
    get: (ask) => cards.get(ask),
    keep: (card) => {
      if (card.ask !== "") keepNewest(cards, card.ask, card, CARDS_MAX);
      return card;
    },
  };
}
