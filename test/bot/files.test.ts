import { describe, expect, it, test } from "vitest";
import { type TextAttachment, UnreadableError, type WhyUnreadable } from "../../src/bot/attachment.js";
import type { Posted } from "../../src/bot/bot.js";
import { createBot } from "../../src/bot/create-bot.js";
import { type FileKind, fileKind } from "../../src/bot/file-kind.js";
import { FILES_MAX, FILES_MAX_BYTES, OVERHEARD_FILE_MAX_BYTES, readPaste } from "../../src/bot/read-paste.js";
import { catalog } from "../catalog.js";

const LINE = '203.0.113.24 - - [21/Nov/2026:03:14:07 +0000] "POST /v1/checkout HTTP/1.1" 502 157 "-" "okhttp/4.12.0"\n';

/** A file that notes how much of it was wanted. */
function fileOf(text: string, more: Partial<TextAttachment> = {}) {
  const wanted: number[] = [];
  const file: TextAttachment = {
    kind: "text",
    name: "api.log",
    size: text.length,
    mayBeLog: true,
    read: async (maxBytes) => {
      wanted.push(maxBytes);
      return { text: text.slice(0, maxBytes), complete: text.length <= maxBytes };
    },
    ...more,
  };
  return { file, wanted };
}

function broken(why: WhyUnreadable, remedy = ""): TextAttachment {
  return fileOf("", { read: () => Promise.reject(new UnreadableError(why, { remedy })) }).file;
}

const asked = { text: "", conversation: "c", person: "p", locale: "en" };
const title = async (question: Parameters<ReturnType<typeof createBot>["answer"]>[0]) =>
  (await createBot(catalog).answer(question)).card.title;

describe("fileKind", () => {
  const log: FileKind = { kind: "text", mayBeLog: true };
  const text: FileKind = { kind: "text", mayBeLog: false };
  test.each<[string, string, FileKind]>([
    ["message.txt", "text/plain; charset=utf-8", log],
    ["Untitled", "text/plain", log],
    ["api.log", "", log],
    ["API.LOG", "application/octet-stream", log],
    ["access.log.1", "application/octet-stream", log],
    ["access.log-20261121", "", log],
    ["catalina.out", "application/octet-stream", log],
    ["events.ndjson", "application/x-ndjson", log],
    ["response.json", "application/json", text],
    ["problem", "application/problem+json; charset=utf-8", text],
    ["page.html", "text/html", text],
    ["report.csv", "text/csv", text],
    ["deploy.yaml", "", text],
    ["server.py", "text/x-python", text],
    ["server.js", "text/plain", text],
    ["notes.md", "text/markdown", text],
    ["cat.png", "image/png", { kind: "picture" }],
    ["cat.png", "", { kind: "picture" }],
    ["cat.svg", "image/svg+xml", { kind: "picture" }],
    ["access.log.gz", "application/gzip", { kind: "other" }],
    ["access.log.gz", "", { kind: "other" }],
    ["core.404", "", { kind: "other" }],
    ["slides.pdf", "application/pdf", { kind: "other" }],
    ["", "", { kind: "other" }],
  ])("takes %j of type %j for %j", (name, type, kind) => expect(fileKind(name, type)).toEqual(kind));
});

describe("readPaste", () => {
  it("puts a message and its files together, in their order", async () => {
    const files = [fileOf("one").file, fileOf("two").file];
    expect(await readPaste("look:", files)).toEqual({ text: "look:\none\ntwo", complete: true });
  });

  it("reads so much of all files together and says when there is more", async () => {
    const first = fileOf("a".repeat(FILES_MAX_BYTES - 10));
    const second = fileOf("b".repeat(20));
    const third = fileOf("c");
    const paste = await readPaste("", [first.file, second.file, third.file]);
    expect(paste.complete).toBe(false);
    expect(paste.text).toMatch(/ab?\nb{10}\n?$/);
    expect([first.wanted, second.wanted, third.wanted]).toEqual([[FILES_MAX_BYTES], [10], []]);
  });

  it("counts what it has read, whatever size was promised", async () => {
    const [first, second] = [fileOf("a".repeat(FILES_MAX_BYTES), { size: 1 }), fileOf("b")];
    expect(await readPaste("", [first.file, second.file])).toMatchObject({ complete: false });
    expect(second.wanted).toEqual([]);
  });

  it("leaves further files unread and says so", async () => {
    const files = Array.from({ length: FILES_MAX + 1 }, () => fileOf("x"));
    const paste = await readPaste(
      "",
      files.map(({ file }) => file),
    );
    expect(paste).toEqual({ text: Array(FILES_MAX).fill("x").join("\n"), complete: false });
    expect(files[FILES_MAX]?.wanted).toEqual([]);
  });

  it("does with the files that can be read, and fails when there is none", async () => {
    expect(await readPaste("", [broken("gone"), fileOf("x").file])).toEqual({ text: "x", complete: false });
    await expect(readPaste("text", [broken("gone"), broken("binary")])).rejects.toMatchObject({ why: "gone" });
  });

  it("hides no failure of another kind", async () => {
    const { file } = fileOf("", { read: () => Promise.reject(new TypeError("a bug")) });
    await expect(readPaste("", [file])).rejects.toThrow(TypeError);
  });
});

describe("answer, with files", () => {
  const log = fileOf(LINE.repeat(5)).file;
  const quiet = fileOf("all is well\n").file;

  test.each(["", "explain this", "why does it fail?"])("explains the log that comes with %j", async (text) => {
    expect(await title({ ...asked, text, attachments: [log] })).toBe(await title({ ...asked, text: LINE.repeat(5) }));
  });

  it("reads the files of the message that is pointed at, not those of one that is not", async () => {
    const about = { text: "prod is down", attachments: [log] };
    const card = await title({ ...asked, text: LINE.repeat(5) });
    expect(await title({ ...asked, text: "explain this", about })).toBe(card);
    expect(await title({ ...asked, text: "401", about })).toBe("401 Unauthorized");
  });

  it("answers the question beside a file that says nothing or cannot be read", async () => {
    expect(await title({ ...asked, text: "what is a 413?", attachments: [quiet] })).toMatch(/^413/);
    expect(await title({ ...asked, text: "what is a 413?", attachments: [broken("gone")] })).toMatch(/^413/);
  });

  it("tells of a credential in a file as of one in a paste", async () => {
    const file = fileOf(`${LINE.repeat(3)}> Authorization: Bearer 9f8Zk2LmQw7Rt5Yb1Xc4Vd6N\n`).file;
    expect((await createBot(catalog).answer({ ...asked, attachments: [file] })).aside).toBeDefined();
    expect((await createBot(catalog).answer({ ...asked, attachments: [log] })).aside).toBeUndefined();
  });

  it("explains the one code that stands in a file", async () => {
    for (const text of ["502 Bad Gateway\n", '{"status": 502, "error": "Bad Gateway"}'])
      expect((await createBot(catalog).answer({ ...asked, attachments: [fileOf(text).file] })).card.oneLine).toContain(
        "502",
      );
  });

  it("says that the file says nothing, and that there would be more of it", async () => {
    const big = fileOf("all is well\n".repeat(400_000)).file;
    const answer = async (file: TextAttachment) =>
      (await createBot(catalog).answer({ ...asked, attachments: [file] })).card.oneLine;
    expect(await answer(quiet)).toMatch(/^Nothing in the file tells of an HTTP status/);
    expect(await answer(big)).toContain("only its first 4 MB");
  });

  test.each<[WhyUnreadable, RegExp]>([
    ["permission", /may not open files.* Ask the owner\.$/],
    ["gone", /no longer there/],
    ["binary", /no text/],
    ["unreachable", /could not fetch/],
  ])("says what keeps it from reading: %s", async (why, words) => {
    const attachments = [broken(why, why === "permission" ? "Ask the owner." : "")];
    expect((await createBot(catalog).answer({ ...asked, attachments })).card.oneLine).toMatch(words);
  });

  it("explains the text of a message whose file cannot be read, and says that this was not all", async () => {
    const about = { text: LINE.repeat(5), attachments: [broken("gone")] };
    const { card } = await createBot(catalog).answer({ ...asked, text: "explain this", about });
    expect(JSON.stringify(card)).toContain("not read");
  });
});

describe("hear, with files", () => {
  let messages = 0;
  const posted = (attachments: Posted["attachments"], more: Partial<Posted> = {}): Posted => {
    messages += 1;
    const key = { message: `f${messages}`, conversation: "c", author: "person" } as const;
    return { kind: "posted", text: "", attachments, ...key, ...more };
  };

  it("explains a log with failures, and is silent at one without", async () => {
    const bot = createBot(catalog);
    const fine = LINE.replace("502", "200");
    expect(await bot.hear(posted([fileOf(LINE.repeat(3)).file]))).toMatchObject({ speak: true });
    expect(await bot.hear(posted([fileOf(fine.repeat(3)).file]))).toEqual({ speak: false, reason: "nothing-clear" });
  });

  it("reads nothing that is large, or not called a log, or where it may not speak", async () => {
    const bot = createBot(catalog);
    const files = [
      fileOf(LINE, { size: OVERHEARD_FILE_MAX_BYTES + 1 }),
      fileOf(LINE, { name: "server.py", mayBeLog: false }),
    ];
    for (const { file } of files) expect(await bot.hear(posted([file]))).toMatchObject({ speak: false });
    const muted = fileOf(LINE);
    await bot.mute("c");
    expect(await bot.hear(posted([muted.file]))).toEqual({ speak: false, reason: "muted" });
    expect([...files, muted].flatMap(({ wanted }) => wanted)).toEqual([]);
  });

  it("answers the question beside a file that cannot be read", async () => {
    const bot = createBot(catalog);
    const text = "what does 502 mean?";
    expect(await bot.hear(posted([broken("gone")], { text }))).toMatchObject({ speak: true });
    expect(await bot.hear(posted([broken("gone")]))).toEqual({ speak: false, reason: "unreadable" });
  });

  it("keeps its reply to a changed message whose file is still the same, in a conversation that has had enough", async () => {
    const bot = createBot(catalog);
    const message = posted([fileOf(LINE.repeat(3)).file]);
    await bot.hear(message);
    await bot.hear(posted([], { text: "401 vs 403?" }));
    expect(await bot.hear({ ...message, kind: "edited", text: "look" })).toMatchObject({ speak: true });
  });

  it("takes the same trouble again for no news, and another place or code for some", async () => {
    const heard = async (...texts: readonly string[]) => {
      const bot = createBot(catalog);
      const verdicts = [];
      for (const text of texts) verdicts.push(await bot.hear(posted([], { text })));
      return verdicts.map((verdict) => (verdict.speak ? "spoken" : verdict.reason));
    };
    const log = LINE.repeat(3);
    expect(await heard(log, LINE.repeat(9))).toEqual(["spoken", "repeated"]);
    expect(await heard(log, log.replaceAll("checkout", "cart"))).toEqual(["spoken", "spoken"]);
    expect(await heard(log, log.replaceAll(" 502 ", " 504 "))).toEqual(["spoken", "spoken"]);
  });
});
