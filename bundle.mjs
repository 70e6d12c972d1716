/**
 * Puts the `teapot` command into one file, compiled ahead: loading 60 modules and compiling them would cost it most of
 * its start-up time. `dist/src/cli.js` only runs that file, with the code that V8 made of it when it was built; another
 * version of Node compiles it anew.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";

const COMMAND = "dist/src/cli.js";
const BODY = "dist/src/teapot.cjs";
const CODE = `${BODY}.code`;

const bundle = await rolldown({ input: "src/cli.ts", platform: "node" });
const { output } = await bundle.generate({ format: "cjs", minify: true });
await bundle.close();
if (output.length !== 1) throw new Error(`The bundle has ${output.length} files instead of one.`);
// Code that comes out of V8's cache cannot import by itself.
const text = output[0].code.replace(/^#!.*/, "").replaceAll(/\bimport\(/g, "importModule(");
writeFileSync(BODY, `(function (exports, require, module, __filename, importModule) {${text}\n})`);

/**
 * `end` stands at the end: what is to happen when the command has run. Modules of Node's own are not imported: for an
 * import Node loads all that hangs on them, streams and promises of files among it.
 */
const loader = (end) => `#!/usr/bin/env node
const { existsSync, readFileSync${end ? ", writeFileSync" : ""} } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { fileURLToPath } = process.getBuiltinModule("node:url");
const { Script } = process.getBuiltinModule("node:vm");

const body = fileURLToPath(new URL("teapot.cjs", import.meta.url));
const code = \`\${body}.code\`;
const cachedData = existsSync(code) ? readFileSync(code) : undefined;
const script = new Script(readFileSync(body, "utf8"), { filename: body, cachedData });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(body), module, body, (specifier) => import(specifier));
${end}`;

/** What one question makes V8 compile is kept, so that the next one compiles nothing. */
const keepCode = `process.on("exit", () => writeFileSync(code, script.createCachedData()));\n`;

writeFileSync(CODE, "");
writeFileSync(COMMAND, loader(keepCode));
const { status, stderr } = spawnSync(process.execPath, ["src/cli.js", "401"], {
  encoding: "utf8",
  cwd: "dist",
  env: {},
});
if (status !== 0) throw new Error(`The bundled command does not run:\n${stderr}`);
writeFileSync(COMMAND, loader(""));
chmodSync(COMMAND, 0o755);
