import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAutomaton } from "../../src/log/automaton.js";

/** Every find as "literal@end", in the order of the text. */
function find(literals: readonly string[], text: string): string[] {
  const { next, classOf, accepting, found } = createAutomaton(literals);
  const finds: string[] = [];
  let state = 0;
  for (const [index, byte] of new TextEncoder().encode(text).entries()) {
    state = next[state + (classOf[byte] ?? 0)] ?? 0;
    if (state >= accepting) for (const literal of found(state)) finds.push(`${literals[literal]}@${index + 1}`);
  }
  return finds;
}

function findNaively(literals: readonly string[], text: string): string[] {
  const lower = text.toLowerCase();
  return Array.from({ length: text.length }, (_, index) => index + 1).flatMap((end) =>
    literals
      .filter((literal) => literal !== "" && lower.slice(0, end).endsWith(literal.toLowerCase()))
      .map((literal) => `${literal}@${end}`),
  );
}

describe("the automaton", () => {
  it("finds literals in any case, inside each other and overlapping", () => {
    expect(find(["he", "she", "hers"], "uSHErs").sort()).toEqual(["he@4", "hers@6", "she@4"]);
  });

  it("finds what a plain search finds", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "A", ":", " "), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom("a", "b", "A", "B", ":", " "), maxLength: 60 }),
        (literals, text) => {
          expect(find(literals, text).sort()).toEqual(findNaively(literals, text).sort());
        },
      ),
    );
  });
});
