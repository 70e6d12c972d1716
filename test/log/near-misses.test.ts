import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createUnderstand } from "../../src/answer/understand.js";
import { createLogScan } from "../../src/log/scan-log.js";
import { catalog } from "../catalog.js";

const FOLDER = join(import.meta.dirname, "near-misses");

/** One line an entry; what begins with "#:" is a comment. */
const themes = readdirSync(FOLDER).map((file) => {
  const lines = readFileSync(join(FOLDER, file), "utf8").split("\n");
  return [file.replace(".txt", ""), lines.filter((line) => line !== "" && !line.startsWith("#:"))] as const;
});
/** What no logger writes; behind the time and level of one, it would be the message of a program. */
const UNLOGGED = new Set(["code", "config", "documents", "git", "mixed", "people"]);
const logged = themes.filter(([theme]) => !UNLOGGED.has(theme));
const FRONTS = ["2026-11-21 03:14:07 INFO [main] ", "Nov 21 03:14:07 web-1 app[812]: "];

const scan = createLogScan(catalog);
const understand = createUnderstand(catalog);
/** A line of a server's error log has a report, which tells of no response. */
const isErrorLog = (format: string) => catalog.logs.formats.find(({ id }) => id === format)?.role === "error";
const tellsOfResponses = (text: string) => {
  const report = scan(text);
  return (
    report !== undefined &&
    (report.responses + report.unanswered > 0 || !report.readAs.some(({ format }) => isErrorLog(format)))
  );
};
const reported = (texts: readonly string[]) => texts.filter(tellsOfResponses);

describe("lines without a status tell of none", () => {
  it.each(themes)("%s, every line alone", (_, lines) => {
    expect(reported(lines)).toEqual([]);
  });

  it.each(themes)("%s, as one paste", (_, lines) => {
    expect(scan(lines.join("\n"))?.statuses ?? []).toEqual([]);
  });

  it.each(logged)("%s, behind what loggers write in front", (_, lines) => {
    expect(reported(FRONTS.flatMap((front) => lines.map((line) => front + line)))).toEqual([]);
  });

  it("all of them, as one paste", () => {
    expect(scan(themes.flatMap(([, lines]) => lines).join("\n"))?.statuses ?? []).toEqual([]);
  });

  it.each(logged)("%s is nothing to speak up about", (_, lines) => {
    expect(lines.filter((line) => understand(line).isUnmistakable())).toEqual([]);
  });
});
