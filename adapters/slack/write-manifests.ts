/** `npm run slack:manifest`: writes the manifests into the source folder. */
import { writeFileSync } from "node:fs";
import { MANIFEST_FILES, type ManifestMode, manifestJson } from "./manifest.js";

const FOLDER = new URL("../../../adapters/slack/", import.meta.url);

for (const mode of ["socket", "http"] satisfies ManifestMode[])
  writeFileSync(new URL(MANIFEST_FILES[mode], FOLDER), manifestJson(mode));
