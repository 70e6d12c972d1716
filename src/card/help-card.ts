import type { Finding } from "../answer/finding.js";
import type { CardBody } from "./card.js";
import { prose } from "./prose.js";

/** What can be asked, by example. */
export function helpCard({ classes }: Extract<Finding, { kind: "help" }>): CardBody {
  return {
    title: "Ask about HTTP status codes",
    kicker: "",
    tone: "neutral",
    summary: prose(
      "A code, its name, several to compare, or what happened: you get what it means and what to do next.",
    ),
    oneLine: "Ask about an HTTP status code: 404, too many requests, 401 vs 403, email already exists.",
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: "A code", content: prose("`404`, `HTTP 502`, `nginx 499`") },
          { label: "A name", content: prose("`too many requests`, `not found`, typos included") },
          { label: "A comparison", content: prose("`401 vs 403`, `301 302 307 308`, `unauthorized or forbidden`") },
          { label: "What happened", content: prose("`email already exists`, `upload too big`, `job still running`") },
          { label: "A class", content: prose("`4xx`, `server errors`") },
          { label: "A method", content: prose("`PUT`, `put vs patch`") },
          { label: "More on one", content: prose("`fix 502`, `429 example`, `304 facts`, `401 in flask`") },
        ],
      },
    ],
    actions: [
      { label: "Which code?", ask: "which code" },
      { label: "401 vs 403", ask: "401 vs 403" },
      ...classes.slice(-2).map((id) => ({ label: id, ask: id })),
    ],
    sources: [],
  };
}
