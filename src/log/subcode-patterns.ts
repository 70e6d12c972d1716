/** The catalog's subcodes as causes: IIS's sub-status stands in its log, Cloudflare's error code in the body of a page. */
import type { LogRule, Subcode } from "../catalog/types.js";
import type { LogCause } from "./log-report.js";

/** What find-causes holds against a log. */
export interface CausePattern extends Pick<LogRule, "codes" | "when" | "captures" | "rank" | "hides"> {
  readonly cause:
    | { readonly kind: "rule"; readonly rule: string }
    | Pick<Extract<LogCause, { kind: "subcode" }>, "kind" | "owner" | "code">;
}

const RANK = 3;

export function subcodePatterns(subcodes: readonly Subcode[]): readonly CausePattern[] {
  return subcodes.flatMap((subcode): readonly CausePattern[] => {
    const { owner, code } = subcode;
    const when = whenMet(subcode);
    if (!when) return [];
    const codes = owner === "iis" ? [Number(code.split(".")[0])] : subcode.with;
    return [{ cause: { kind: "subcode", owner, code }, codes, when, captures: {}, rank: RANK, hides: [] }];
  });
}

const NOTHING = { line: [], any: [], seen: [], seenAny: [], absent: [] } as const;

function whenMet({ owner, code }: Subcode): LogRule["when"] | undefined {
  const [, sub = ""] = code.split(".");
  if (owner === "iis" && sub !== "0") return { ...NOTHING, field: { slot: "flags", is: [sub] }, format: ["iis"] };
  // MySQL numbers its errors in the same words, so Cloudflare must be named somewhere.
  const any = [`error code: ${code}`, `error ${code}`, `"error_code":${code}`, `"error_code": ${code}`];
  return owner === "cloudflare"
    ? { ...NOTHING, any, seenAny: ["cf-ray", "cloudflare", "ray_id", "ray id"] }
    : undefined;
}
