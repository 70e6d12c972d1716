/** The facts of a status: fields with their requirement level, caching, content, retry, who sends it. */
import type { HeaderField, Status } from "../catalog/types.js";
import type { Fact } from "./card.js";
import { prose } from "./prose.js";
import { isMadeUpByClient } from "./wording.js";

export function statusFacts(status: Status): readonly Fact[] {
  const { facts } = status;
  return [
    ...facts.fields.map(fieldFact),
    { label: "Repeat", content: prose(facts.retry.how) },
    { label: "Caching", content: prose(facts.caching ?? cachingRule(status)) },
    { label: "Content", content: prose(facts.contentNote ?? contentRule(status)) },
    ...redirectFacts(status),
    { label: "Sent by", content: prose(facts.sentBy.join(", ")) },
    ...status.frameworks.map(({ name, does }) => ({ label: name, content: prose(does) })),
  ];
}

/** RFC 9111 §3: `public` is enough; a lifetime is not needed. */
function cachingRule(status: Status): string {
  const { statusClass, facts } = status;
  if (isMadeUpByClient(status)) return "Nothing complete was received, so nothing is kept.";
  if (!facts.reachesCaller) return "Nothing is sent, so nothing is kept.";
  if (statusClass === "1xx") return "Never kept: it is not the final response.";
  if (facts.heuristicallyCacheable) return "A cache may keep it without being told for how long.";
  return "A cache keeps it only if a header field allows it.";
}

/** RFC 9110 §15.5 and §15.6: errors should be explained. */
function contentRule({ statusClass, facts }: Status): string {
  if (facts.content === "forbidden") return "None is allowed.";
  const isError = statusClass === "4xx" || statusClass === "5xx";
  return isError ? "Except for HEAD, it should explain the situation and say whether it is temporary." : "Allowed.";
}

function fieldFact({ name, level, why, section }: HeaderField): Fact {
  return { label: name, content: prose(`${level}. ${why} (${section})`) };
}

function redirectFacts({ facts: { redirect } }: Status): readonly Fact[] {
  if (!redirect || redirect.method === "none") return [];
  const lasts = redirect.permanent === null ? "" : redirect.permanent ? ", for good" : ", for now";
  return [{ label: "Redirect", content: prose(`Method: ${redirect.method}${lasts}.`) }];
}
