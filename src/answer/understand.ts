import type { Catalog } from "../catalog/catalog.js";
import type { Status } from "../catalog/types.js";
import type { LogReport } from "../log/log-report.js";
import { createLogScan } from "../log/scan-log.js";
import { createQuestionParser } from "../question/parse-question.js";
import { asksItself } from "./asks-itself.js";
import { findAnswer } from "./find-answer.js";
import type { Finding } from "./finding.js";
import { createUnmistakable } from "./is-unmistakable.js";

export interface Understanding {
  readonly finding: Finding;
  /** Whether this would deserve a reply although nobody asked the bot; judged when it is asked for. */
  readonly isUnmistakable: () => boolean;
}

/** `isWhole` false: the text is only the first part of what there is. */
export type Understand = (text: string, isWhole?: boolean) => Understanding;

/**
 * Returns the one function that decides whether a text is a question or a paste, and turns either into what is true
 * about it. Pure; total; any length. `createTextStream` is the same for what comes in pieces.
 */
export function createUnderstand(catalog: Catalog): Understand {
  const parser = createQuestionParser(catalog);
  const scan = createLogScan(catalog);
  const isUnmistakable = createUnmistakable(catalog);
  /** Nobody writes a question in the layout of a log. */
  const mayBeAsked = ({ lines, readAs }: LogReport) =>
    lines === 1 &&
    !catalog.logs.formats.some(({ id, layouts }) => layouts.length > 0 && readAs.some(({ format }) => format === id));
  const understandLog = (report: LogReport, isWhole: boolean): Understanding => ({
    finding: describeLog(catalog, { ...report, complete: report.complete && isWhole }),
    isUnmistakable: () => report.failures > 0,
  });
  return (text, isWhole = true) => {
    const report = scan(text);
    if (report && !mayBeAsked(report)) return understandLog(report, isWhole);
    const { question, reading } = parser.parse(text);
    if (report && !asksItself(text, question)) return understandLog(report, isWhole);
    return { finding: findAnswer(catalog, question), isUnmistakable: () => isUnmistakable(text, reading, question) };
  };
}

export function describeLog(catalog: Catalog, report: LogReport): Finding {
  const statuses = report.statuses.flatMap(({ code, key }): readonly Status[] => {
    const status = key === undefined ? catalog.statusesOf(code)[0] : catalog.status(key);
    return status ? [status] : [];
  });
  return { kind: "log", report, statuses };
}
