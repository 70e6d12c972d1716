/** The facts of a status: fields with their requirement level, caching, content, retry, who sends it. */
import type { HeaderField, Status } from "../catalog/types.js";
import type { Fact } from "./card.js";
import { prose } from "./prose.js";

export function statusFacts(status: Status): readonly Fact[] {
  const { facts } = status;
  return [
    ...facts.fields.map(fieldFact),
    { label: "Repeat", content: prose(facts.retry.how) },
    { label: "Caching", content: prose(facts.caching ?? CACHING[facts.heuristicallyCacheable ? "yes" : "no"]) },
    { label: "Content", content: prose(facts.contentNote ?? CONTENT[facts.content]) },
    ...redirectFacts(status),
    { label: "Sent by", content: prose(facts.sentBy.join(", ")) },
    ...status.frameworks.map(({ name, does }) => ({ label: name, content: prose(does) })),
  ];
}

const CACHING = {
  yes: "A cache may keep it without being told for how long.",
  no: "A cache keeps it only if the response says for how long.",
} as const;

const CONTENT = { allowed: "Allowed.", forbidden: "None is allowed." } as const;

function fieldFact({ name, level, why, section }: HeaderField): Fact {
  return { label: name, content: prose(`${level}. ${why} (${section})`) };
}

function redirectFacts({ facts: { redirect } }: Status): readonly Fact[] {
  if (!redirect || redirect.method === "none") return [];
  const lasts = redirect.permanent === null ? "" : redirect.permanent ? ", for good" : ", for now";
  return [{ label: "Redirect", content: prose(`Method: ${redirect.method}${lasts}.`) }];
}
