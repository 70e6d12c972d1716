/** The log part of data/: shape by the schema, files named by their id. That samples are read right is checked in src/log. */
import type { z } from "zod";
import { logEvidenceSchema, logVetoSchema } from "./log-evidence-schema.js";
import { logFormatSchema, logPrefixSchema } from "./log-format-schema.js";
import { logRuleSchema } from "./log-rule-schema.js";
import { logSecretSchema } from "./log-secret-schema.js";
import type { LogKnowledge } from "./types.js";
import type { Located } from "./validate.js";

const SCHEMAS = {
  formats: logFormatSchema,
  prefixes: logPrefixSchema,
  evidence: logEvidenceSchema,
  vetoes: logVetoSchema,
  rules: logRuleSchema,
  secrets: logSecretSchema,
};

type Schemas = typeof SCHEMAS;

/** Every file with all it says, samples included. */
export type LogFiles = { readonly [Part in keyof Schemas]: readonly Located<z.infer<Schemas[Part]>>[] };

export const LOG_FOLDERS = Object.keys(SCHEMAS).map((part) => `log-${part}`);

type Take = <T>(folder: string, schema: z.ZodType<T>) => Located<T>[];

/** `take` parses the files of a folder and notes what is wrong with them. */
export function validateLogs(take: Take): LogFiles {
  return {
    formats: take("log-formats", logFormatSchema).sort(({ entry: a }, { entry: b }) => a.rank - b.rank),
    prefixes: take("log-prefixes", logPrefixSchema),
    evidence: take("log-evidence", logEvidenceSchema),
    vetoes: take("log-vetoes", logVetoSchema),
    rules: take("log-rules", logRuleSchema).sort(({ entry: a }, { entry: b }) => a.rank - b.rank),
    secrets: take("log-secrets", logSecretSchema),
  };
}

/** Without the samples: what is needed to read logs. */
export function bareKnowledge(files: LogFiles): LogKnowledge {
  return {
    formats: files.formats.map(({ entry: { samples, nearMisses, ...rest } }) => rest),
    prefixes: files.prefixes.map(({ entry: { samples, nearMisses, ...rest } }) => rest),
    evidence: files.evidence.map(({ entry: { samples, nearMisses, ...rest } }) => rest),
    vetoes: files.vetoes.map(({ entry: { samples, why, ...rest } }) => rest),
    rules: files.rules.map(({ entry: { samples, nearMisses, ...rest } }) => rest),
    secrets: files.secrets.map(({ entry: { samples, nearMisses, ...rest } }) => rest),
  };
}

/** A team's own knowledge over the catalog's: what has the same id is replaced, the rest comes first where ranks agree. */
export function layLogs(base: LogKnowledge, own: LogFiles): LogKnowledge {
  const { formats, prefixes, evidence, vetoes, rules, secrets } = bareKnowledge(own);
  return {
    formats: layOver(base.formats, formats).sort((a, b) => a.rank - b.rank),
    prefixes: layOver(base.prefixes, prefixes),
    evidence: layOver(base.evidence, evidence),
    vetoes: layOver(base.vetoes, vetoes),
    rules: layOver(base.rules, rules).sort((a, b) => a.rank - b.rank),
    secrets: layOver(base.secrets, secrets),
  };
}

function layOver<T extends { readonly id: string }>(base: readonly T[], own: readonly T[]): T[] {
  const replaced = new Set(own.map(({ id }) => id));
  return [...own, ...base.filter(({ id }) => !replaced.has(id))];
}
