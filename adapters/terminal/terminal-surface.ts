import type { TerminalSurface } from "./render-terminal.js";

const WIDTH_DEFAULT = 80;
/** Narrower terminals get lines that wrap by themselves. */
export const TERMINAL_WIDTH_MIN = 40;
/** Longer lines are hard to read. */
export const TERMINAL_WIDTH_MAX = 100;

/** What can be shown on a stream. A terminal that says it has no columns, as new ones do, gets the usual 80. */
export function terminalSurface(columns: number | undefined, color: boolean): TerminalSurface {
  const width = Math.max(TERMINAL_WIDTH_MIN, Math.min(columns || WIDTH_DEFAULT, TERMINAL_WIDTH_MAX));
  return { width, color };
}
