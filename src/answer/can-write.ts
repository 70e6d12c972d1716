import type { Catalog } from "../catalog/catalog.js";
import { statusKey } from "../catalog/status-key.js";
import type { Framework, Status } from "../catalog/types.js";

/** Whether a framework has something to say about a status: code, or why there is none in this framework. */
export function canWrite(catalog: Catalog, status: Status, framework: Framework): boolean {
  const response = catalog.response(statusKey(status));
  if (response && "why" in response) return false;
  switch (framework.side) {
    case "server":
      return response !== undefined || framework.overrides[statusKey(status)] !== undefined;
    case "client":
      return isSeen(status);
  }
}

/** Whether any framework has. Costs two look-ups: asked for every card of a status. */
export function canWriteAnywhere(catalog: Catalog, status: Status): boolean {
  const response = catalog.response(statusKey(status));
  return response ? !("why" in response) : isSeen(status);
}

/** Clients never see the codes of logs, and below 100 there was no answer to see. */
export function isSeen({ code, facts }: Status): boolean {
  return facts.reachesCaller && code >= 100;
}
