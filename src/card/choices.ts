import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import type { Action, Block } from "./card.js";
import { statusTitle } from "./wording.js";

/** Statuses to pick from, `size` to a block: every one is offered, none is cut off. */
export function statusChoices(catalog: Catalog, statuses: readonly Status[], prompt: string, size: number): Block[] {
  const choices = statuses.map((status) => statusAction(catalog, status));
  const pages = Math.ceil(choices.length / size);
  return Array.from({ length: pages }, (_, page) => ({
    kind: "choices",
    prompt: page === 0 ? prompt : "More",
    choices: choices.slice(page * size, (page + 1) * size),
  }));
}

/** Its number alone as the label, where its name stands on the card already. */
export function codeAction(status: Status): Action {
  return { label: String(status.code), ask: formatQuestion({ kind: "status", status, view: "card" }) };
}

export function statusAction(catalog: Catalog, status: Status): Action {
  return { label: statusTitle(catalog, status), ask: formatQuestion({ kind: "status", status, view: "card" }) };
}
