import type { Source } from "../catalog/types.js";

export const IANA_REGISTRY: Source = {
  label: "IANA registry",
  url: "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml",
};

/** How an unknown code is to be treated. */
export const UNKNOWN_CODE_RULE: Source = {
  label: "RFC 9110 §15",
  url: "https://www.rfc-editor.org/rfc/rfc9110#section-15",
};
