/** Failures over time as a row of bars, with the same in words beside it. */
import type { LogReport } from "../log/log-report.js";
import type { Fact } from "./card.js";
import { formatCount, formatSeconds } from "./log-numbers.js";

const BARS = "▁▂▃▄▅▆▇█";

export function timelineFacts({ timeline }: LogReport): readonly Fact[] {
  if (!timeline) return [];
  const { failures, stepMs, from, to } = timeline;
  const most = Math.max(...failures);
  const busy = failures.filter((count) => count > 0).length;
  const text = ` ${from}–${to}, a bar for ${formatSeconds(stepMs / 1_000)}. Failures in ${formatCount(busy)} of ${formatCount(failures.length)}, at most ${formatCount(most)} in one.`;
  const bars = failures.map((count) => bar(count, most)).join("");
  return [
    {
      label: "Over time",
      content: [
        { kind: "code", text: bars },
        { kind: "text", text },
      ],
    },
  ];
}

/** The lowest bar is none; one failure is seen beside any number. */
function bar(count: number, most: number): string {
  return BARS.charAt(count === 0 ? 0 : Math.max(1, Math.round((count / most) * (BARS.length - 1))));
}
