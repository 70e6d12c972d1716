/** Runs the built program as a user would, in a process of its own. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Written to standard input, which then ends. Default: no input at all, as in a container. */
  readonly input?: string | AsyncIterable<string>;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a file below dist/ with a bare environment. A reader that stops early is no error. */
export async function run(
  file: string,
  args: readonly string[] = [],
  { input, env = {}, cwd }: RunOptions = {},
): Promise<Run> {
  const path = fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    ...(cwd && { cwd }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin?.on("error", () => {});
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  for await (const chunk of typeof input === "string" ? [input] : (input ?? [])) {
    if (child.stdin?.destroyed) break;
    if (!child.stdin?.write(chunk)) await Promise.race([new Promise((go) => child.stdin?.once("drain", go)), ended]);
  }
  child.stdin?.end();
  return { code: await ended, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") };
}
