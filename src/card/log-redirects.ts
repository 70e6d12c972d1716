/** Redirects in a row: where they lead, what becomes of the method, and what a browser remembers. */
import type { Hop, LogReport } from "../log/log-report.js";
import type { Block, Fact } from "./card.js";
import { plural } from "./log-numbers.js";
import { prose, verbatim } from "./prose.js";
import { enumerate } from "./wording.js";

const HOPS_SHOWN = 5;
const PERMANENT = [301, 308];
const KEEPS_METHOD = [307, 308];

/** "2 redirects, then 200"; empty where nothing redirected. */
export function countHops({ hops }: LogReport): string {
  const redirects = hops.filter(isRedirect).length;
  const end = hops.at(-1);
  if (redirects === 0 || !end) return "";
  if (hops.some(({ returns }) => returns)) return `${plural(redirects, "redirect")} in a circle`;
  return isRedirect(end) ? plural(redirects, "redirect") : `${plural(redirects, "redirect")}, then ${end.code}`;
}

export function hopBlocks({ hops }: LogReport): readonly Block[] {
  const redirects = hops.filter(isRedirect);
  if (redirects.length === 0) return [];
  const shown = redirects.slice(0, HOPS_SHOWN);
  const rest = redirects.length - shown.length;
  const items = [...shown.map((hop) => verbatim(describeHop(hop))), ...(rest > 0 ? [prose(`${rest} more`)] : [])];
  return [
    { kind: "list", title: "Redirects", ordered: true, items },
    { kind: "facts", facts: [methodFact(redirects), memoryFact(redirects), ...circleFacts(redirects)] },
  ];
}

function isRedirect({ code, to }: Hop): boolean {
  return code >= 300 && code <= 399 && to !== "";
}

function describeHop({ code, to, scheme, leavesHost, returns }: Hop): string {
  const where = [scheme && `over ${scheme}`, leavesHost && "on another host", returns && "where it has been before"];
  return [`${code} to ${to}`, ...where.filter((part) => typeof part === "string")].join(", ");
}

function methodFact(hops: readonly Hop[]): Fact {
  const codes = distinct(hops);
  const losing = codes.filter((code) => !KEEPS_METHOD.includes(code));
  if (losing.length === 0) return { label: "Method", content: prose("Kept: a POST stays a POST, with its body.") };
  const may = losing.includes(303) && losing.length === 1 ? "becomes" : "may become";
  const text = `A POST ${may} a GET without its body at the ${enumerate(losing.map(String))}. 307 and 308 keep it.`;
  return { label: "Method", content: prose(text) };
}

function memoryFact(hops: readonly Hop[]): Fact {
  const permanent = distinct(hops).filter((code) => PERMANENT.includes(code));
  if (permanent.length === 0)
    return {
      label: "Remembered",
      content: prose("None is permanent: a browser asks again each time, unless a caching field says otherwise."),
    };
  const text = `Browsers keep the ${enumerate(permanent.map(String))}, unless \`Cache-Control\` forbids it. After a change test in a fresh profile.`;
  return { label: "Remembered", content: prose(text) };
}

function circleFacts(hops: readonly Hop[]): readonly Fact[] {
  if (!hops.some(({ returns }) => returns)) return [];
  const text =
    "Two layers disagree, often about http and https: does a proxy end TLS and the app not know it (`X-Forwarded-Proto`)? Or about www, a slash or a cookie?";
  return [{ label: "Check", content: prose(text) }];
}

function distinct(hops: readonly Hop[]): readonly number[] {
  return [...new Set(hops.map(({ code }) => code))];
}
