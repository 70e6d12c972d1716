/** A cause's conditions with its literals as the numbers that the automaton gives them. */
import type { LiteralTable } from "./literals.js";
import type { CausePattern } from "./subcode-patterns.js";

export interface CompiledCause {
  readonly pattern: CausePattern;
  readonly line: readonly number[];
  readonly any: readonly number[];
  readonly seen: readonly number[];
  readonly seenAny: readonly number[];
  readonly absent: readonly number[];
}

export function compileCause(pattern: CausePattern, table: LiteralTable): CompiledCause {
  const add = (texts: readonly string[]) => texts.map(table.add);
  const { line, any, seen, seenAny, absent } = pattern.when;
  return { pattern, line: add(line), any: add(any), seen: add(seen), seenAny: add(seenAny), absent: add(absent) };
}
