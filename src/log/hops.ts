/** Redirects in a row, as `curl -IL` and `wget` show them. */
import { BLANK, is } from "./ascii.js";
import type { CleanLine } from "./clean-line.js";
import { createPathFolder } from "./fold-path.js";
import type { LogPart } from "./log-part.js";
import type { Hop } from "./log-report.js";

export interface HopTracker extends LogPart {
  /** The status line of a response. */
  takeStatus(code: number): void;
  /** The value of a Location field. */
  takeLocation(value: string): void;
  /** The chain with its end; empty when nothing redirected. */
  found(): readonly Hop[];
}

/** The status begins the line: "HTTP/1.1 404 Not Found", after "< " or blanks perhaps. */
export function isResponseHead(bytes: Uint8Array, body: number, from: number): boolean {
  if (from === body) return true;
  return (from === body + 2 && bytes[body] === 60) || (is(bytes[body], BLANK) && from - body < HEAD_INDENT_MAX);
}

const HEAD_INDENT_MAX = 6;
const LOCATION = "location: ";
const LOCATION_MAX_BYTES = 2_048;

/** The value of the Location field on a line that has one. */
export function locationOf({ bytes, start, end }: CleanLine): string {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + LOCATION_MAX_BYTES)));
  const value = text.slice(text.toLowerCase().indexOf(LOCATION) + LOCATION.length);
  return value.trim().split(/\s/, 1)[0] ?? "";
}

const HOPS_MAX = 20;

export function createHopTracker(): HopTracker {
  let hops: Hop[] = [];
  const paths = createPathFolder();
  const visited = new Set<string>();
  let host = "";
  return {
    takeStatus: (code) => {
      if (code >= 200 && hops.length < HOPS_MAX) hops.push({ code, to: "", leavesHost: false, returns: false });
    },
    takeLocation: (value) => {
      const last = hops.at(-1);
      if (!last || last.code < 300 || last.code > 399 || last.to !== "") return;
      const encoded = new TextEncoder().encode(value);
      const [, scheme, authority] = /^(https?):\/\/([^/?#]*)/i.exec(value.toLowerCase()) ?? [];
      const nextHost = authority ?? host;
      hops[hops.length - 1] = {
        ...last,
        to: paths.fold(encoded, 0, encoded.length).text,
        leavesHost: host !== "" && nextHost !== host,
        ...((scheme === "http" || scheme === "https") && { scheme }),
        returns: visited.has(value),
      };
      visited.add(value);
      host = nextHost;
    },
    found: () => (hops.some((hop) => hop.to !== "") ? hops : []),
    forget: () => {
      hops = [];
      visited.clear();
      paths.forget();
      host = "";
    },
  };
}
