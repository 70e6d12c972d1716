/** Whether rules and patterns of credentials find their samples, and nothing in their near-misses. */
import type { Problem } from "../catalog/read-data.js";
import type { LogFiles } from "../catalog/validate-logs.js";
import type { Captures } from "./captures.js";
import { type ReadSample, sameEntries } from "./read-sample.js";

export function checkRuleSamples({ rules, secrets }: LogFiles, read: ReadSample): Problem[] {
  return [...rules.flatMap((file) => checkRule(file, read)), ...secrets.flatMap((file) => checkSecret(file, read))];
}

function checkRule({ path, entry }: LogFiles["rules"][number], read: ReadSample): Problem[] {
  const causeIn = (text: string) =>
    read(text)?.causes.find((cause) => cause.kind === "rule" && cause.rule === entry.id);
  return [
    ...entry.samples.flatMap(({ text, captures }, index) => {
      const cause = causeIn(text);
      const field = `samples.${index}`;
      if (!cause) return [{ path, field, reason: "does not fit the rule" }];
      const found = mapValues(cause.captures);
      return sameEntries(captures, found) ? [] : [{ path, field, reason: `captures ${JSON.stringify(found)}` }];
    }),
    ...entry.nearMisses.flatMap((text, index) =>
      causeIn(text) ? [{ path, field: `nearMisses.${index}`, reason: "fits the rule" }] : [],
    ),
  ];
}

function mapValues(captures: Captures): Record<string, string> {
  return Object.fromEntries(Object.entries(captures).map(([name, values]) => [name, values.join(", ")]));
}

function checkSecret({ path, entry }: LogFiles["secrets"][number], read: ReadSample): Problem[] {
  const isIn = (text: string) =>
    read(`HTTP/1.1 401 Unauthorized\n\n${fill(text)}`)?.secrets.some(({ secret }) => secret === entry.id) === true;
  return [
    ...entry.samples.flatMap((text, index) =>
      isIn(text) ? [] : [{ path, field: `samples.${index}`, reason: "is not found" }],
    ),
    ...entry.nearMisses.flatMap((text, index) =>
      isIn(text) ? [{ path, field: `nearMisses.${index}`, reason: `is taken for ${entry.kind}` }] : [],
    ),
  ];
}

const LETTERS = "Q3vN8kD1xW6pZ0rT5yB9cH2mJ7sF4gLa";

/** "<20>" is 20 characters such as credentials have. */
function fill(text: string): string {
  return text.replace(/<(\d{1,3})>/g, (_, count) => LETTERS.repeat(Math.ceil(count / LETTERS.length)).slice(0, count));
}
