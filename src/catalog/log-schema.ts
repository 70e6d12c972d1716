/**
 * The shape of what is known about logs: data/log-*, and a team's house rules. Lengths are in UTF-16 code units.
 * What a text means is checked where the catalog is built: every sample must be read as its file says.
 */
import { z } from "zod";
import { logEvidenceSchema, logVetoSchema } from "./log-evidence-schema.js";
import { logFormatSchema, logPrefixSchema } from "./log-format-schema.js";
import { uncheckedLogRuleSchema } from "./log-rule-schema.js";
import { logSecretSchema } from "./log-secret-schema.js";

export const logKnowledgeSchema = z.strictObject({
  formats: z.array(logFormatSchema.omit({ samples: true, nearMisses: true })),
  prefixes: z.array(logPrefixSchema.omit({ samples: true, nearMisses: true })),
  evidence: z.array(logEvidenceSchema.omit({ samples: true, nearMisses: true })),
  vetoes: z.array(logVetoSchema.omit({ samples: true, why: true })),
  rules: z.array(uncheckedLogRuleSchema.omit({ samples: true, nearMisses: true })),
  secrets: z.array(logSecretSchema.omit({ samples: true, nearMisses: true })),
});
