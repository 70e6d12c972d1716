import { describe, expect, it } from "vitest";
import { createLogScan } from "../../src/log/scan-log.js";
import { catalog } from "../catalog.js";
import { readPastes } from "./read-pastes.js";

const scan = createLogScan(catalog);

describe("a paste tells exactly of its statuses", () => {
  it.each(readPastes().map((paste) => [paste.name, paste] as const))("%s", (_, { text, counts, unanswered }) => {
    const report = scan(text);
    const found = Object.fromEntries((report?.statuses ?? []).map(({ code, count }) => [code, count]));
    expect({ counts: found, unanswered: report?.unanswered ?? 0 }).toEqual({ counts, unanswered });
  });
});
