/** Puts the `teapot` command into one file: loading 40 modules would cost it a third of its start-up time. */
import { rolldown } from "rolldown";

const bundle = await rolldown({ input: "src/cli.ts", platform: "node" });
await bundle.write({ file: "dist/src/cli.js", format: "esm", minify: true });
await bundle.close();
