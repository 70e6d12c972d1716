import { describe, expect, it } from "vitest";
import { formatPress, readPress } from "../../../adapters/discord/custom-id.js";
import { ALICE } from "./payloads.js";

const AUTHOR = ALICE.id;

describe("The identifiers of buttons", () => {
  it.each([
    { kind: "ask", ask: "cloudflare 520 vs cloudflare 521" },
    { kind: "choose", menu: 2 },
    { kind: "back", trail: ["401", "fix 502", "401 vs 403"] },
    { kind: "share", here: "" },
    { kind: "share", here: "401" },
    { kind: "menu", author: AUTHOR },
    { kind: "delete", reply: "400000000000000001", author: AUTHOR },
    { kind: "mute" },
  ] as const)("are read as they were written: %j", (press) => {
    expect(readPress(formatPress(press))).toEqual(press);
  });

  it("forget the oldest steps of a way back that is too long", () => {
    const trail = Array.from({ length: 40 }, (_, index) => String(400 + index));
    const id = formatPress({ kind: "back", trail });
    expect(id.length).toBeLessThanOrEqual(100);
    expect(readPress(id)).toEqual({ kind: "back", trail: trail.slice(0, 24) });
  });

  it("forget all steps before one that does not fit, so that no step is left out on the way", () => {
    const trail = ["401", "x".repeat(95), "403"];
    expect(readPress(formatPress({ kind: "back", trail }))).toEqual({ kind: "back", trail: ["401"] });
  });

  it.each([
    "",
    "a1:",
    "a2:401",
    "h1:401",
    "b1:",
    "m1:",
    "m1:me",
    "d1:1",
    "d1:1:x",
    "d1:1:2:3",
    "c1:",
    "c1:99",
    "A1:401",
    "__proto__",
  ])("are not trusted: %j means nothing", (id) => expect(readPress(id)).toBeUndefined());
});
