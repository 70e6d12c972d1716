/** Numbers and times as logs are told about: "1,204", "2 minutes", "03:14:07–03:14:16". */
import type { LogMoment } from "../log/log-report.js";

/** "1,204" */
export function formatCount(count: number): string {
  if (count < 1_000) return String(count);
  return `${formatCount(Math.floor(count / 1_000))},${String(count % 1_000).padStart(3, "0")}`;
}

/** "1 request", "8 requests" */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** "All 8 requests", "Both requests" */
export function allOf(count: number, noun: string): string {
  return count === 2 ? `Both ${noun}s` : `All ${plural(count, noun)}`;
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** Seconds in the largest unit that leaves no rest: "2 minutes", "90 seconds". */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  const unit = UNITS.find(([, size]) => whole % size === 0);
  return unit ? plural(whole / unit[1], unit[0]) : plural(whole, "second");
}

/** "03:14:07–03:14:16", "at 03:14:07"; empty where the log has no times. */
export function formatSpan({ clock: from }: LogMoment, { clock: to }: LogMoment): string {
  if (!from || !to) return "";
  return from === to ? `at ${from}` : `${from}–${to}`;
}
