import type { Tone } from "../../src/card/card.js";

type Paint = (text: string) => string;

export interface Style {
  readonly colored: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly code: Paint;
  readonly button: Paint;
  tone(tone: Tone): Paint;
}

/** SGR foreground colors: readable on dark and light grounds. The words say the same, the color only helps. */
const TONES: Record<Tone, number> = { "1xx": 36, "2xx": 32, "3xx": 34, "4xx": 33, "5xx": 31, neutral: 39 };

/** Paints with ANSI colors, or with none. */
export function paint(color: boolean): Style {
  const sgr = (on: number, off: number): Paint => {
    return (text) => (color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  };
  return {
    colored: color,
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    code: sgr(36, 39),
    button: sgr(35, 39),
    tone: (tone) => sgr(TONES[tone], 39),
  };
}
